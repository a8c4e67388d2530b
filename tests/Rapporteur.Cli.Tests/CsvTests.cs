using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class CsvTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void Each_statement_is_a_row_with_as_many_fields_as_there_are_columns()
    {
        var outcome = _command.Run("read", _command.File("harbour.txt", Texts.Harbour), "--format", "csv");
        Assert.Equal(0, outcome.ExitCode);
        var rows = outcome.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields).ToList();
        Assert.StartsWith("article,outlet,published,statement,", outcome.Output);
        Assert.True(rows.Count > 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.Skip(1), row => Assert.Equal("harbour", row[0]));
    }

    [Fact]
    public void The_text_for_people_has_a_ledger_and_an_account_of_whose_words_it_is()
    {
        var file = _command.File("nets.txt", "Norway demanded that Britain recall its trawlers by Friday.\n");
        var output = _command.Run("read", file).Output;
        Assert.Contains("demand", output);
        Assert.Contains("by Friday", output);
        Assert.Contains("asserted by the author", string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static List<string> Fields(string row)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in row)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) fields.Add("");
            else fields[^1] += c;
        }

        return fields;
    }
}
