using System.CommandLine;
using Rapporteur.Records;
using Rapporteur.Training.Sourcing;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate sourcing</c>.</summary>
internal static class EvaluateSourcing
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "Articles with tables of sources made by people, JSON Lines.", Required = true };
        var predicted = new Option<FileInfo>("--predicted") { Description = "Score this file of tables instead of reading the articles." };
        var only = new Option<string[]>("--only") { Description = "Score only the articles with these ids.", AllowMultipleArgumentsPerToken = true };
        var misses = new Option<bool>("--misses") { Description = "Print what went wrong, a line each." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("sourcing", "Score tables of sources.") { gold, predicted, only, misses, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(predicted), arguments.GetValue(only) ?? [],
            arguments.GetValue(misses), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? predicted, string[] only, bool misses, bool figures)
    {
        try
        {
            var score = new SourcingScore();
            var found = predicted is null ? null : SourcedArticle.ReadFile(predicted.FullName).ToDictionary(a => a.Id, a => a.Rows);
            foreach (var article in SourcedArticle.ReadFile(gold.FullName))
            {
                if (only.Length > 0 && !only.Contains(article.Id)) continue;
                score.Add(article.Id, article.Rows, found is null ? Table(article) : found.GetValueOrDefault(article.Id, []));
            }

            if (misses) score.Misses.ForEach(Console.WriteLine);
            if (figures) FigureLines.Write(Console.Out, score.Figures().Select(figure => ($"sourcing.{figure.Name}", figure.Value)));
            else Console.WriteLine(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    private static IEnumerable<SourceRow> Table(SourcedArticle article) =>
        article.Article is null
            ? throw new InvalidDataException($"{article.Id}: no text to read.")
            : SourcingTable.From(Reader.English.Read(article.Article)).Sources.Select(row =>
                new SourceRow(row.Statement, row.Type.ToString().ToLowerInvariant(), row.Name, row.Title, row.Justification));
}
