using System.Collections.Frozen;
using System.Text;

namespace Rapporteur.Ingest.Pages;

/// <summary>Takes start tags out of a page where they would nest too deep, with the end tags that belong to them.</summary>
/// <remarks>
/// The parsing algorithm of the HTML standard walks the stack of open elements at every tag, which takes quadratic time in a page of
/// 100,000 open elements; limiting the tree does not limit the stack. This follows the stack as far as that takes: elements whose end
/// tag may be missing are closed by their like and not counted, end tags are looked for as far as the standard's scopes reach. Where
/// it errs, it counts too many. Linear time; an ordinary page comes back as it is.
/// </remarks>
internal sealed class NestingLimit
{
    private const int Most = 256;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted = Set(
        "area base br col embed hr img input link meta source track wbr param keygen frame html head body p li dt dd "
        + "option optgroup tbody thead tfoot colgroup a");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText = Set(
        "script style textarea title xmp iframe noembed noframes");

    // Closed by their end tag alone, whatever is open inside them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lifted = Set(
        "b big code em font form i nobr s small strike strong tt u");

    // No end tag outside of these closes anything inside them, nor the other way round.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Scopes = Set(
        "table td th caption object applet marquee template foreignobject desc mi mo mn ms mtext annotation-xml select");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Special = Set(
        "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup "
        + "listing main menu nav ol pre search section summary ul form table td th caption object applet marquee template foreignobject desc select "
        + "p li dt dd mi mo mn ms mtext annotation-xml");

    private readonly string _html;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private StringBuilder? _kept;
    private int _copied;
    private int _foreign;

    private NestingLimit(string html) => _html = html;

    /// <summary>The page, with no more than some hundreds of elements open at any place.</summary>
    public static string Apply(string html) => new NestingLimit(html).Run();

    private string Run()
    {
        for (var i = _html.IndexOf('<'); i >= 0 && i + 1 < _html.Length; i = i < _html.Length ? _html.IndexOf('<', i) : -1)
        {
            if (_html.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal)) i = After("-->", i + 2);
            else if (_html[i + 1] is '!' or '?') i = After(">", i);
            else if (char.IsAsciiLetter(_html[i + 1])) i = Start(i);
            else if (_html[i + 1] == '/' && i + 2 < _html.Length && char.IsAsciiLetter(_html[i + 2])) i = End(i);
            else i++;
        }

        return _kept is null ? _html : _kept.Append(_html, _copied, _html.Length - _copied).ToString();
    }

    private int Start(int i)
    {
        var name = Name(i + 1);
        var end = TagEnd(i + 1 + name.Length);
        if (name is "plaintext") return _html.Length;
        if (RawText.Contains(name) && _foreign == 0)
        {
            var close = _html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? _html.Length : close;
        }

        if (name is "td" or "th" or "tr" && _open.LastIndexOf("table") is var table and >= 0 && _foreign == 0)
        {
            Close(table + 1);
            if (name is "tr") return end;
        }
        else if (_foreign == 0 && (Uncounted.Contains(name) || name is "td" or "th" or "tr"))
        {
            return end;
        }

        if (_open.Count >= Most)
        {
            _dropped[name] = _dropped.GetValueOrDefault(name) + 1;
            Drop(i, end);
        }
        else
        {
            _open.Add(name);
            if (name is "svg" or "math") _foreign++;
        }

        return end;
    }

    private int End(int i)
    {
        var name = Name(i + 2);
        var end = TagEnd(i + 2 + name.Length);
        if (_dropped.GetValueOrDefault(name) > 0)
        {
            _dropped[name]--;
            Drop(i, end);
            return end;
        }

        var special = Special.Contains(name);
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            if (_open[at] == name)
            {
                if (Lifted.Contains(name)) _open.RemoveAt(at);
                else Close(at);
                break;
            }

            var ends = name is "table" ? _open[at] is "template"
                : special ? Scopes.Contains(_open[at])
                : Special.Contains(_open[at]) && !Lifted.Contains(name);
            if (ends) break;
        }

        return end;
    }

    private void Close(int from)
    {
        for (var at = from; at < _open.Count; at++)
            if (_open[at] is "svg" or "math") _foreign--;
        _open.RemoveRange(from, _open.Count - from);
    }

    private void Drop(int start, int end)
    {
        (_kept ??= new StringBuilder(_html.Length)).Append(_html, _copied, start - _copied);
        _copied = end;
    }

    private string Name(int start)
    {
        const int Longest = 40;
        var end = start;
        while (end < _html.Length && end - start < Longest && _html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) end++;
        return _html[start..end].ToLowerInvariant();
    }

    // A '>' in a quoted value does not end the tag.
    private int TagEnd(int i)
    {
        for (; i < _html.Length; i++)
        {
            if (_html[i] == '>') return i + 1;
            if (_html[i] != '=') continue;
            while (i + 1 < _html.Length && char.IsWhiteSpace(_html[i + 1])) i++;
            if (i + 1 < _html.Length && _html[i + 1] is '"' or '\'') i = After(_html[i + 1].ToString(), i + 2) - 1;
        }

        return _html.Length;
    }

    private int After(string mark, int start)
    {
        var found = start < _html.Length ? _html.IndexOf(mark, start, StringComparison.Ordinal) : -1;
        return found < 0 ? _html.Length : found + mark.Length;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
