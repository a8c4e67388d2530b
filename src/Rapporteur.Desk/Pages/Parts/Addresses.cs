using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>The addresses of views: each holds all that the view shows, and can be shared.</summary>
internal static class Addresses
{
    /// <summary>A path with what is asked for; what is null or empty is left out.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> asked)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in asked)
            if (!string.IsNullOrEmpty(value)) query = query.Add(name, value);
        return path + query;
    }

    /// <summary>A search.</summary>
    public static string Search(string query) => Of("/search", ("q", query));

    /// <summary>An article at one of its statements.</summary>
    public static string Statement(StatementName name) => string.Create(CultureInfo.InvariantCulture, $"/articles/{name.Article}#{name.Id}");

    /// <summary>The printings of a statement.</summary>
    public static string Compare(StatementName name) => string.Create(CultureInfo.InvariantCulture, $"/compare/{name.Article}-{name.Id}");

    /// <summary>A speaker or an actor.</summary>
    public static string Voice(VoiceKind kind, string key) => $"/{(kind == VoiceKind.Actor ? "actors" : "speakers")}/{Uri.EscapeDataString(key)}";

    /// <summary>The speaker of a name.</summary>
    public static string Speaker(string name) => Voice(VoiceKind.Speaker, name.Replace('/', ' '));
}
