using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur.Archive.Store;

/// <summary>A statement's name across the archive: <c>17#s3</c> is the third statement of article 17.</summary>
/// <param name="Article">The article's number in the archive, from 1.</param>
/// <param name="Number">The statement's number within its record, from 1.</param>
public readonly record struct StatementName(long Article, int Number)
{
    private const string Separator = "#s";

    /// <summary>The statement's id within its record: <c>s3</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"s{Number}");

    /// <summary>Reads a name as it is written.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StatementName name)
    {
        name = default;
        if (text is null) return false;
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 0
            || !long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var article)
            || !int.TryParse(text.AsSpan(at + Separator.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        name = new StatementName(article, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Article}{Separator}{Number}");

    /// <summary>The number in a statement's id: 3 of <c>s3</c>.</summary>
    /// <exception cref="FormatException">It is no such id.</exception>
    internal static int NumberOf(string id) =>
        id is ['s', ..] && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"'{id}' is not the id of a statement");
}
