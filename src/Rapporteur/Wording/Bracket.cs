using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>A pair of brackets inside a quotation, as numbers of tokens.</summary>
/// <param name="Open">The token that opens.</param>
/// <param name="Close">The token that closes.</param>
/// <param name="Square">Square, not round.</param>
internal readonly record struct Bracket(int Open, int Close, bool Square)
{
    /// <summary>The tokens between the two.</summary>
    public TokenRange Inner => new(Open + 1, Close);

    /// <summary>
    /// The outermost pairs among the tokens of <paramref name="range"/>, in order. A bracket without its fellow is no pair. One
    /// pass, no stack: only how deep each shape is open, so that ten thousand brackets cost no more than ten thousand words.
    /// </summary>
    public static void Find(Document document, TokenRange range, List<Bracket> found)
    {
        found.Clear();
        int depth = 0, open = -1;
        var square = false;
        for (var i = range.First; i < range.End; i++)
        {
            var c = document.Tokens.Lengths[i] == 1 ? document.Text[document.Tokens.Starts[i]] : '\0';
            if (depth == 0)
            {
                if (c is not ('(' or '[')) continue;
                (depth, open, square) = (1, i, c == '[');
            }
            else if (c == (square ? '[' : '('))
            {
                depth++;
            }
            else if (c == (square ? ']' : ')') && --depth == 0)
            {
                found.Add(new Bracket(open, i, square));
            }
        }

        // What never closes hides the pairs after it: begin anew behind it, once, with the brackets that do close.
        if (depth > 0) FindClosed(document, new TokenRange(open + 1, range.End), found);
    }

    // Innermost pairs: each closing bracket with the last one open.
    private static void FindClosed(Document document, TokenRange range, List<Bracket> found)
    {
        var open = -1;
        for (var i = range.First; i < range.End; i++)
        {
            var c = document.Tokens.Lengths[i] == 1 ? document.Text[document.Tokens.Starts[i]] : '\0';
            if (c is '(' or '[')
            {
                open = i;
            }
            else if (open >= 0 && c is (')' or ']'))
            {
                var square = document.Text[document.Tokens.Starts[open]] == '[';
                if (square == (c == ']')) found.Add(new Bracket(open, i, square));
                open = -1;
            }
        }
    }
}
