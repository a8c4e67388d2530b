namespace Rapporteur.Cli.Tests;
