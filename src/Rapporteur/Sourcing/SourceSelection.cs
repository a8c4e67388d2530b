using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Sourcing;

/// <summary>
/// Tells the statements that a newsroom counts as sourced from those that only stand in the record: left out are what the author
/// infers of another's mind, that someone said nothing, and lines above the article that name its title and date.
/// </summary>
internal sealed class SourceSelection
{
    // How sure the reader must be, by how the statement is reported: speech is surer than a mind that is only told of.
    private const double Speech = 0.35, Stance = 0.5, Mind = 0.6, Unmarked = 0.85;
    private const int FewestQuoted = 4;
    private const int LongestLabel = 20;

    private readonly Reading _reading;
    private readonly Words _words;
    private readonly int _afterFrontMatter;

    public SourceSelection(Reading reading, Words words)
    {
        _reading = reading;
        _words = words;
        _afterFrontMatter = EndOfFrontMatter();
    }

    /// <summary>Where the article itself begins, in UTF-16 units: after the lines that name its title and date.</summary>
    public int AfterFrontMatter => _afterFrontMatter;

    /// <summary>Whether a statement has a row in the table.</summary>
    public bool Counts(Statement statement)
    {
        if (statement.Speaker is null || statement.Content[0].Start < _afterFrontMatter) return false;
        if (statement.Cue.IsEmpty) return true;
        var cue = _reading.Document.Tokens.Touching(Span.FromBounds(statement.Cue[0].Start, statement.Cue[^1].End));
        return !IsSilent(cue) && statement.Score >= Threshold(cue, statement);
    }

    private double Threshold(TokenRange cue, Statement statement)
    {
        if (statement.Kind != StatementKind.Indirect && QuotedWords(statement) >= FewestQuoted) return Speech;
        var least = Unmarked;
        var denied = false;
        for (var i = cue.First; i < cue.End; i++)
        {
            denied |= _words.IsNegation(i);
            least = Math.Min(least, _words.Lexicon.Ascribes(_words[i]) ? Speech : _words.Reports(i) switch
            {
                ReportingClass.Say or ReportingClass.Manner => Speech,
                ReportingClass.Show or ReportingClass.Judge => Stance,
                ReportingClass.None => Unmarked,
                _ => Mind,
            });
        }

        return denied ? Unmarked : least;
    }

    // "did not respond to requests for comment", "declined to comment".
    private bool IsSilent(TokenRange cue)
    {
        var denied = false;
        for (var i = cue.First; i < cue.End; i++)
        {
            denied |= _words.IsNegation(i);
            if (_words.Lexicon.IsRefusal(_words[i]) || (denied && _words.Lexicon.IsSilence(_words[i]))) return true;
        }

        return false;
    }

    private int QuotedWords(Statement statement)
    {
        var count = 0;
        foreach (var span in statement.Content)
        {
            var range = _reading.Document.Tokens.Touching(span);
            for (var i = range.First; i < range.End; i++)
                if (!_words.IsMark(i) && _words.IsQuoted(i)) count++;
        }

        return count;
    }

    // Lines such as "Title: ..." and "Date: ..." at the top of a text that was saved with what is known of it. They are read from
    // the text: the body may begin after a label.
    private int EndOfFrontMatter()
    {
        var text = _reading.Document.Text;
        int after = 0, labelled = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start..end).Trim();
            if (IsLabelled(line)) (after, labelled) = (end, labelled + 1);
            else if (line.IndexOfAnyExcept("=-_*#") >= 0) break;
            start = end + 1;
        }

        return labelled < 2 ? 0 : after;
    }

    // One or two words, the first with a capital, and a colon.
    private static bool IsLabelled(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > LongestLabel || !char.IsUpper(line[0])) return false;
        var label = line[..colon];
        return label.Count(' ') <= 1 && !label.ContainsAnyExceptInRange(' ', 'z');
    }
}
