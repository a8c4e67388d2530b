using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>How a name in the actor table means its actor.</summary>
internal enum ActorUse : byte
{
    /// <summary>The name names the actor.</summary>
    Name,

    /// <summary>The name is a country's.</summary>
    Country,

    /// <summary>The word says whose, or names the people: "Russian", "Russians".</summary>
    Demonym,

    /// <summary>A capital: a place, and where it acts the government of its country.</summary>
    Capital,
}

/// <summary>A name in the actor table.</summary>
/// <param name="Actor">Whom it names; for a capital, the government.</param>
/// <param name="Use">How.</param>
internal sealed record ActorName(Actor Actor, ActorUse Use);

/// <summary>
/// Countries, organisations and institutions by name. A name may mean several ("PTI" is an agency and a party): the first in
/// the files then stands. Immutable and safe to share between threads.
/// </summary>
internal sealed class ActorTable
{
    private readonly NameTable<ActorName> _names = new();

    /// <summary>Reads the tables of a language pack.</summary>
    /// <exception cref="InvalidDataException">A line of a table is not of its form.</exception>
    public ActorTable(LanguagePack language)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in language.Table("actors/countries", 5))
        {
            var (code, name) = (line[0], line[1]);
            if (!countries.TryAdd(code, name)) throw new InvalidDataException($"The country {code} stands twice.");
            var country = new Actor(code, name, ActorKind.Country);
            var government = country with { Kind = ActorKind.Government };
            Add(name, country, ActorUse.Country);
            foreach (var other in Names(line[2])) Add(other, country, ActorUse.Country);
            foreach (var demonym in Names(line[3])) Add(demonym, country, ActorUse.Demonym);
            foreach (var capital in Names(line[4])) Add(capital, government, ActorUse.Capital);
        }

        foreach (var line in language.Table("actors/organizations", 3)) AddAll(line[0], line[1], line[2]);
        foreach (var line in language.Table("actors/institutions", 3))
        {
            if (!countries.ContainsKey(line[0]) && !line[0].StartsWith("IGO", StringComparison.Ordinal))
                throw new InvalidDataException($"No country {line[0]}.");
            if (line[1] != "capital") AddAll(line[0], line[1], line[2]);
            else
                foreach (var name in Names(line[2]))
                {
                    var government = countries.TryGetValue(line[0], out var country) ? country : OrganizationOf(line[0]);
                    Add(name, new Actor(line[0], government, ActorKind.Government), ActorUse.Capital);
                }
        }
    }

    /// <summary>All names, in no order that means anything.</summary>
    public IEnumerable<KeyValuePair<string, ActorName>> All => _names.All;

    /// <summary>The actor of exactly this name; null where the table has none.</summary>
    public ActorName? Find(ReadOnlySpan<char> name) => _names.TryFind(name, out var found) ? found : null;

    /// <summary>The longest name in the table that starts with token <paramref name="i"/> and ends before <paramref name="end"/>.</summary>
    /// <returns>The name and how many tokens it takes; null and 0 where there is none.</returns>
    public (ActorName? Name, int Tokens) At(Document document, int i, int end)
    {
        var count = _names.At(document, i, end, out var found);
        return (found, count);
    }

    private void AddAll(string code, string kind, string names)
    {
        if (!Enum.TryParse<ActorKind>(kind, ignoreCase: true, out var parsed)) throw new InvalidDataException($"No kind of actor '{kind}'.");
        // Names on one line are names of one actor where they stand for one thing; the code is what users compare.
        var actor = new Actor(code, Names(names)[0], parsed);
        foreach (var name in Names(names)) Add(name, actor, ActorUse.Name);
    }

    private string OrganizationOf(string code) =>
        _names.All.Values.First(n => n.Actor.Code == code && n.Use == ActorUse.Name).Actor.Name;

    private void Add(string name, Actor actor, ActorUse use) => _names.Add(name, new ActorName(actor, use));

    private static string[] Names(string names) =>
        names.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
