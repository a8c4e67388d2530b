using System.Globalization;
using System.Text;

namespace Rapporteur.Tests;

/// <summary>Counts how labels were found: rows as people gave them, columns as the reader did.</summary>
internal sealed class ConfusionTable
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _rows = new(StringComparer.Ordinal);

    public void Add(string expected, string found)
    {
        if (!_rows.TryGetValue(expected, out var row)) _rows[expected] = row = new(StringComparer.Ordinal);
        row[found] = row.GetValueOrDefault(found) + 1;
    }

    /// <summary>As a Markdown table.</summary>
    public override string ToString()
    {
        string[] columns = [.. _rows.Values.SelectMany(r => r.Keys).Distinct().Order(StringComparer.Ordinal)];
        var table = new StringBuilder($"| as marked | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var (label, row) in _rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {label} | ");
            table.AppendJoin(" | ", columns.Select(c => row.GetValueOrDefault(c) is var n and > 0 ? n.ToString(CultureInfo.InvariantCulture) : ""));
            table.Append(" |\n");
        }

        return table.ToString();
    }
}

/// <summary>Right, found and wanted, for precision, recall and their harmonic mean.</summary>
internal sealed class Tally
{
    public int Right { get; set; }
    public int Found { get; set; }
    public int Wanted { get; set; }

    public double Precision => Found == 0 ? 0 : (double)Right / Found;
    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;
    public double F1 => Found + Wanted == 0 ? 0 : 2.0 * Right / (Found + Wanted);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"P {Precision:F3} R {Recall:F3} F1 {F1:F3} ({Right} right, {Found} found, {Wanted} wanted)");
}
