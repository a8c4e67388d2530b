using System.Globalization;

namespace Rapporteur.Archive.People;

/// <summary>What is counted by value for each voice. Outlets and acts of speakers are not: there are too many, of few statements each.</summary>
internal enum Facet
{
    Name,
    Role,
    Actor,
    Outlet,
    Act,
    Speaker,

    /// <summary>Of actors, of which there are few with many statements: the number of the day.</summary>
    Day,
}

/// <summary>A statement as voices are counted by it.</summary>
/// <param name="Day">The day it was made on, in days since 0001-01-01; or null.</param>
/// <param name="Speaker">Who made it, where named; else null.</param>
/// <param name="Role">What the speaker is.</param>
/// <param name="Actor">The code of the speaker's actor.</param>
/// <param name="Acts">What it does, blanks between.</param>
/// <param name="Outlet">Who published it.</param>
internal sealed record Utterance(int? Day, string? Speaker, string? Role, string? Actor, string? Acts, string? Outlet);

/// <summary>By how much the counts of voices change when articles come and go. Counts of what is whole are changes from nothing.</summary>
internal sealed class VoiceCounts
{
    private readonly Dictionary<VoiceKey, VoiceChange> _voices = [];
    private readonly Dictionary<int, int> _days = [];

    /// <summary>The voices whose counts change, in the order of their keys.</summary>
    public IEnumerable<VoiceChange> Voices => _voices.Values.OrderBy(change => change.Key);

    /// <summary>By how much the statements of each day change.</summary>
    public IEnumerable<(int Day, int Statements)> Days => _days.Where(day => day.Value != 0).OrderBy(day => day.Key).Select(day => (day.Key, day.Value));

    /// <summary>Whether nothing came or went.</summary>
    public bool IsEmpty => _voices.Count == 0 && _days.Count == 0;

    /// <summary>Counts the statements of one article.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="sign">1 where it comes, -1 where it goes.</param>
    public void Count(IEnumerable<Utterance> statements, int sign)
    {
        var seen = new HashSet<VoiceKey>();
        foreach (var statement in statements)
        {
            if (statement.Day is { } day) _days[day] = _days.GetValueOrDefault(day) + sign;
            var speaker = statement.Speaker is { } name ? VoiceKey.Speaker(name) : null;
            if (speaker is { } known)
            {
                var change = Of(known);
                change.Tally(Facet.Name, statement.Speaker, sign);
                change.Tally(Facet.Role, statement.Role, sign);
                change.Tally(Facet.Actor, statement.Actor, sign);
            }

            if (statement.Actor is { Length: > 0 } code)
            {
                var change = Of(VoiceKey.Actor(code));
                change.Tally(Facet.Name, code, sign);
                change.Tally(Facet.Speaker, speaker?.Key, sign);
                change.Tally(Facet.Day, statement.Day?.ToString(CultureInfo.InvariantCulture), sign);
                change.Tally(Facet.Outlet, statement.Outlet, sign);
            }

            if (statement.Outlet is { Length: > 0 } outlet) Of(VoiceKey.Outlet(outlet)).Tally(Facet.Name, outlet, sign);

            VoiceChange Of(VoiceKey key)
            {
                if (!_voices.TryGetValue(key, out var change)) _voices.Add(key, change = new VoiceChange(key));
                change.Statement(key.Kind == VoiceKind.Outlet ? null : statement.Day, sign);
                if (seen.Add(key)) change.Articles += sign;
                if (key.Kind == VoiceKind.Actor)
                    foreach (var act in statement.Acts?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []) change.Tally(Facet.Act, act, sign);
                return change;
            }
        }
    }
}

/// <summary>By how much the counts of a voice change.</summary>
internal sealed class VoiceChange(VoiceKey key)
{
    private readonly Dictionary<(Facet Facet, string Value), int> _tallies = [];

    public VoiceKey Key => key;

    public int Statements { get; private set; }

    /// <summary>Whether statements of it went.</summary>
    public bool HasLost { get; private set; }

    /// <summary>The first day of those that came; <see cref="VoiceDirectory.NoDay"/> where none is known.</summary>
    public int FirstDay { get; private set; } = VoiceDirectory.NoDay;

    /// <summary>The last day of those that came.</summary>
    public int LastDay { get; private set; } = VoiceDirectory.NoDay;

    public int Articles { get; set; }

    /// <summary>By how much the statements with each value change, in the order of the values.</summary>
    public IEnumerable<(Facet Facet, string Value, int Statements)> Tallies => _tallies.Where(tally => tally.Value != 0)
        .Select(tally => (tally.Key.Facet, tally.Key.Value, tally.Value)).OrderBy(tally => tally.Facet).ThenBy(tally => tally.Item2, StringComparer.Ordinal);

    public void Statement(int? day, int sign)
    {
        Statements += sign;
        HasLost |= sign < 0;
        if (sign < 0 || day is not { } known) return;
        FirstDay = FirstDay == VoiceDirectory.NoDay ? known : Math.Min(FirstDay, known);
        LastDay = Math.Max(LastDay, known);
    }

    public void Tally(Facet facet, string? value, int sign)
    {
        if (string.IsNullOrEmpty(value)) return;
        var cut = VoiceKey.Cut(value);
        _tallies[(facet, cut)] = _tallies.GetValueOrDefault((facet, cut)) + sign;
    }
}
