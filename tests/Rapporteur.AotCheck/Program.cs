using Rapporteur;
using Rapporteur.Records;

// Reads the text on standard input and prints its record.
using var input = new StreamReader(Console.OpenStandardInput());
using var output = Console.OpenStandardOutput();
output.Write(Record.From(Reader.English.Read(new Article(input.ReadToEnd()) { Id = "check" })).ToJson());
