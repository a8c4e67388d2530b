using System.Globalization;
using System.Text;
using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Training.Entities;

/// <summary>Precision and recall of names: right where tokens and type are right.</summary>
internal sealed class NameScore
{
    private readonly Dictionary<string, (int Gold, int Found, int Right)> _counts = [];
    private readonly Dictionary<string, int> _errors = [];

    public double F1(string row = "all") => F1(_counts.GetValueOrDefault(row));

    public void Add(IEnumerable<(TokenRange Tokens, EntityType Type)> gold, IEnumerable<(TokenRange Tokens, EntityType Type)> found)
    {
        var marked = gold.ToDictionary(g => g.Tokens, g => g.Type);
        var named = found.ToDictionary(g => g.Tokens, g => g.Type);
        foreach (var (tokens, type) in marked)
        {
            var right = named.TryGetValue(tokens, out var given) && given == type;
            foreach (var row in Rows(type)) Count(row, 1, 0, right ? 1 : 0);
            Count("untyped", 1, 0, named.ContainsKey(tokens) ? 1 : 0);
            if (named.TryGetValue(tokens, out var other) && other != type) Error($"{type} taken for {other}");
            else if (!named.ContainsKey(tokens)) Error(named.Keys.Any(k => k.First < tokens.End && tokens.First < k.End) ? $"{type} with other borders" : $"{type} missed");
        }

        foreach (var (tokens, type) in named)
        {
            foreach (var row in Rows(type)) Count(row, 0, 1, 0);
            Count("untyped", 0, 1, 0);
            if (!marked.Keys.Any(k => k.First < tokens.End && tokens.First < k.End)) Error($"{type} where there is none");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in new[] { "Person", "Organization", "Place", "Other", "all", "three", "untyped" })
            if (_counts.TryGetValue(row, out var c))
                text.AppendLine(CultureInfo.InvariantCulture, $"{row,-14} P {Percent(c.Right, c.Found):F1} R {Percent(c.Right, c.Gold):F1} F1 {F1(c):F1}  gold {c.Gold}");
        foreach (var (error, count) in _errors.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"{count,5} {error}");
        return text.ToString();
    }

    // "three": people, organisations and places, the names that news is about.
    private static IEnumerable<string> Rows(EntityType type) => type == EntityType.Other ? [$"{type}", "all"] : [$"{type}", "all", "three"];

    private void Count(string row, int gold, int found, int right)
    {
        var c = _counts.GetValueOrDefault(row);
        _counts[row] = (c.Gold + gold, c.Found + found, c.Right + right);
    }

    private void Error(string kind) => _errors[kind] = _errors.GetValueOrDefault(kind) + 1;

    private static double F1((int Gold, int Found, int Right) c) => Percent(2 * c.Right, c.Gold + c.Found);

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
