namespace Rapporteur.Ingest.Tests;
