namespace Rapporteur.Training.Tests;
