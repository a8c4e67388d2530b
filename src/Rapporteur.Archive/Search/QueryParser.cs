using System.Collections.Immutable;

namespace Rapporteur.Archive.Search;

/// <summary>
/// Understands a query, by recursive descent:
/// <code>
/// all    = any { any }                          every one must hold
/// any    = one { "OR" one }
/// one    = ( "-" | "NOT" ) one | "(" all ")" | [ field ":" ] value
/// value  = word [ "*" ] | '"' words '"'
/// </code>
/// </summary>
internal sealed class QueryParser(string query)
{
    /// <summary>The longest query, in UTF-16 units.</summary>
    public const int Longest = 4096;

    private const int Deepest = 32, ShortestPrefix = 2;
    private int _at;
    private int _depth;
    private DayRange? _days;

    public (QueryNode? Condition, DayRange? Days) Parse()
    {
        if (query.Length > Longest) throw Wrong($"the query is longer than {Longest} characters", Longest);
        SkipBlanks();
        if (_at == query.Length) return (null, null);
        var condition = All(outermost: true);
        return _at == query.Length ? (condition, _days) : throw Wrong("there is no '(' for this ')'", _at);
    }

    private QueryNode? All(bool outermost)
    {
        var parts = new List<QueryNode>();
        var start = _at;
        while (true)
        {
            SkipBlanks();
            if (_at == query.Length || query[_at] == ')') break;
            if (outermost && TryDays()) continue;
            parts.Add(Any());
        }

        if (parts.Count == 0 && !(outermost && _days is not null)) throw Wrong("something to look for is missing here", Math.Min(start, query.Length));
        return parts is [] ? null : parts is [var only] ? only : new AllNode([.. parts]);
    }

    private QueryNode Any()
    {
        var parts = new List<QueryNode> { One() };
        while (TryWord("OR")) parts.Add(One());
        return parts is [var only] ? only : new AnyNode([.. parts]);
    }

    private QueryNode One()
    {
        SkipBlanks();
        if (_at == query.Length || query[_at] == ')') throw Wrong("something to look for is missing here", _at);
        if (++_depth > Deepest) throw Wrong($"more than {Deepest} parts stand inside each other", _at);
        var one = query[_at] == '-' || IsWord("NOT") ? Not() : query[_at] == '(' ? Group() : Phrase();
        _depth--;
        return one;
    }

    private NotNode Not()
    {
        _at += query[_at] == '-' ? 1 : 3;
        return new NotNode(One());
    }

    private QueryNode Group()
    {
        var open = _at++;
        var inner = All(outermost: false)!;
        if (_at == query.Length) throw Wrong("this '(' is not closed", open);
        _at++;
        return inner;
    }

    private PhraseNode Phrase()
    {
        var start = _at;
        var field = Field() ?? QueryField.Content;
        var valueStart = _at;
        var (value, isPrefix) = Value(start);
        var words = FoldedWords.Of(value);
        if (words.IsEmpty) throw Wrong($"there is no word in '{value}'", valueStart);
        if (isPrefix && words[^1].Length < ShortestPrefix) throw Wrong($"a beginning of a word needs at least {ShortestPrefix} letters before the *", valueStart);
        if (field.Values is { } values && !(isPrefix ? values.Any(v => v.StartsWith(words[0], StringComparison.Ordinal)) : values.Contains(words[0])))
            throw Wrong($"{field.Name} is one of {string.Join(", ", values)}, not '{value}'", valueStart);
        return new PhraseNode(field, words, isPrefix);
    }

    // Days hold for the whole query: they say where to look, not what for.
    private bool TryDays()
    {
        if (!query.AsSpan(_at).StartsWith(QueryField.Day + ":", StringComparison.OrdinalIgnoreCase)) return false;
        var start = _at;
        _at += QueryField.Day.Length + 1;
        var valueStart = _at;
        var (value, isPrefix) = Value(start);
        if (isPrefix || !DayRange.TryParse(value, out var range))
            throw Wrong($"day is a day, month or year such as 2024-05-02, 2024-05, 2024, or a range such as 2024-05..2024-06, not '{value}'", valueStart);
        _days = _days is null ? range : _days.Within(range);
        if (IsWord("OR", afterBlanks: true)) throw Wrong("days hold for the whole query and cannot be joined by OR: give a range", start);
        return true;
    }

    private QueryField? Field()
    {
        var end = _at;
        while (end < query.Length && char.IsAsciiLetter(query[end])) end++;
        if (end == _at || end == query.Length || query[end] != ':') return null;
        var name = query[_at..end];
        if (name.Equals(QueryField.Day, StringComparison.OrdinalIgnoreCase)) throw Wrong("days hold for the whole query: they stand outside of brackets, OR and NOT", _at);
        var field = QueryField.Named(name) ?? throw Wrong($"there is no field '{name}'; the fields are {QueryField.Names} (a ':' in what is looked for goes in quotation marks)", _at);
        _at = end + 1;
        return field;
    }

    private (string Value, bool IsPrefix) Value(int start)
    {
        if (_at == query.Length || char.IsWhiteSpace(query[_at])) throw Wrong("a value is missing here", _at);
        if (IsQuote(query[_at])) return Quoted();
        var from = _at;
        while (_at < query.Length && !char.IsWhiteSpace(query[_at]) && query[_at] is not ('(' or ')') && !IsQuote(query[_at])) _at++;
        if (_at == from) throw Wrong("a value is missing here", start);
        var value = query[from.._at];
        return value is [.., '*'] ? (value[..^1], true) : (value, false);
    }

    private (string Value, bool IsPrefix) Quoted()
    {
        var open = _at++;
        while (_at < query.Length && !IsQuote(query[_at])) _at++;
        if (_at == query.Length) throw Wrong("this quotation mark is not closed", open);
        var value = query[(open + 1).._at++];
        var isPrefix = _at < query.Length && query[_at] == '*';
        if (isPrefix) _at++;
        return (value, isPrefix);
    }

    private bool TryWord(string word)
    {
        if (!IsWord(word, afterBlanks: true)) return false;
        SkipBlanks();
        _at += word.Length;
        return true;
    }

    // In capitals, and a word of its own: "or" and "not" are words that speakers use.
    private bool IsWord(string word, bool afterBlanks = false)
    {
        var at = _at;
        while (afterBlanks && at < query.Length && char.IsWhiteSpace(query[at])) at++;
        var end = at + word.Length;
        return query.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && (end == query.Length || char.IsWhiteSpace(query[end]) || query[end] == '(');
    }

    private void SkipBlanks()
    {
        while (_at < query.Length && char.IsWhiteSpace(query[_at])) _at++;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”';

    private QueryException Wrong(string message, int position) => new(message, query, position);
}
