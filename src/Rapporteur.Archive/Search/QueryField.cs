using System.Text.Json;
using Rapporteur.Ledger;

namespace Rapporteur.Archive.Search;

/// <summary>A field of the query language, named as the user writes it and as the index of words names its column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The values that it can have; null where these are words of articles.</param>
internal sealed record QueryField(string Name, string[]? Values = null)
{
    /// <summary>What words without a field are looked for in.</summary>
    public static readonly QueryField Content = new("content");

    /// <summary>Fields of the words that name somebody or something.</summary>
    public static readonly QueryField
        Speaker = new("speaker"), Role = new("role"), Actor = new("actor"), Addressee = new("addressee"), Outlet = new("outlet"), Relay = new("relay"), Medium = new("medium");

    /// <summary>Direct, mixed, indirect: a field that every statement has a value of.</summary>
    public static readonly QueryField Kind = new("kind", ["direct", "mixed", "indirect"]);

    /// <summary>Fields with few values.</summary>
    public static readonly QueryField
        Act = new("act", [.. Enum.GetNames<SpeechAct>().Select(JsonNamingPolicy.CamelCase.ConvertName)]), Altered = new("altered", ["yes", "no"]);

    /// <summary>The field of days, which holds no words.</summary>
    public const string Day = "day";

    private static readonly QueryField[] All = [Content, Speaker, Role, Actor, Addressee, Outlet, Relay, Medium, Kind, Act, Altered];

    /// <summary>The names of all fields, for messages.</summary>
    public static string Names => string.Join(", ", All.Select(known => known.Name).Append(Day));

    /// <summary>The field called <paramref name="name"/>; null where there is none.</summary>
    public static QueryField? Named(string name) => Array.Find(All, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
