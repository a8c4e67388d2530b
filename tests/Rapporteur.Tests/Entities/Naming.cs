using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Tests.Entities;

/// <summary>Reads sentences and finds the entity at a phrase of them.</summary>
internal static class Naming
{
    public static Reading Read(string text) => Reader.English.Read(new Article(text));

    /// <summary>The entity at a phrase, marked in the text by square brackets; the brackets are taken out before reading.</summary>
    public static (Reading Reading, Entity? Entity) AtMark(string marked)
    {
        var open = marked.IndexOf('[', StringComparison.Ordinal);
        var close = marked.IndexOf(']', StringComparison.Ordinal);
        var reading = Read(marked.Remove(close, 1).Remove(open, 1));
        return (reading, reading.Entities.At(reading.Document.Tokens.Touching(Span.FromBounds(open, close - 1))));
    }

    public static Entity Named(this Reading reading, string name) => Xunit.Assert.Single(reading.Entities.All, e => e.Name == name);

    public static string Text(this Reading reading, Span span) => span.In(reading.Document.Text).ToString();
}
