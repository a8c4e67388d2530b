using System.Buffers;
using System.Collections.Frozen;

namespace Rapporteur.Text;

/// <summary>Recognises addresses, each one token: of the web and of mail, hashtags, account names, names of files.</summary>
internal static class AddressScanner
{
    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\u00A0<>\"“”«»()[]{}|");

    // Extensions of files; facts of computing, not of a language.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FileExtensions =
        new[] { ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pdf", ".txt", ".jpg", ".zip", ".htm", ".html" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the address that starts at <paramref name="i"/> ends; <paramref name="i"/> itself where none starts there.</summary>
    public static int End(string text, int i, int limit)
    {
        var c = text[i];
        if (c is '@' or '#')
        {
            var tag = i + 1;
            while (tag < limit && (char.IsLetterOrDigit(text[tag]) || text[tag] == '_')) tag++;
            return tag > i + 1 && !char.IsAsciiDigit(text[i + 1]) ? tag : i;
        }

        var rest = text.AsSpan(i, limit - i);
        if (c is 'h' or 'H' or 'w' or 'W' or 'm'
            && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            return Trimmed(text, i, Stop(rest) + i);
        return i;
    }

    /// <summary>
    /// Whether the stretch without white space that starts at <paramref name="i"/>, where a word starts, is a mail address or
    /// the name of a file; where it ends, else <paramref name="i"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The start.</param>
    /// <param name="blank">Where the stretch ends, found once for all its tokens.</param>
    public static int NameEnd(string text, int i, int blank)
    {
        var stretch = text.AsSpan(i, blank - i);
        var stop = Stop(stretch);
        var end = Trimmed(text, i, i + stop);
        var name = text.AsSpan(i, end - i);
        var at = name.IndexOf('@');
        if (at > 0 && at < name.Length - 1 && name[(at + 1)..].IndexOf('@') < 0 && char.IsLetterOrDigit(name[at + 1]) && !name.ContainsAny(',', ';', '/')) return end;
        var dot = name.LastIndexOf('.');
        return dot > 0 && FileExtensions.Contains(name[dot..]) ? end : i;
    }

    private static int Stop(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(AddressEnd);
        return length < 0 ? text.Length : length;
    }

    // Marks at the end belong to the sentence.
    private static int Trimmed(string text, int start, int end)
    {
        while (end > start + 4 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’') end--;
        return end;
    }
}
