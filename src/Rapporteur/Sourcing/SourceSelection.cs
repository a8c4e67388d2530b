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
    private const int LongestLabel = 2;

    private readonly Reading _reading;
    private readonly Words _words;
    private readonly int _afterFrontMatter;

    public SourceSelection(Reading reading, Words words)
    {
        _reading = reading;
        _words = words;
        _afterFrontMatter = AfterFrontMatter();
    }

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

    // Lines such as "Title: ..." and "Date: ..." at the top of a text that was saved with what is known of it.
    private int AfterFrontMatter()
    {
        var paragraphs = _reading.Document.Paragraphs;
        int last = -1, labelled = 0;
        for (var p = 0; p < paragraphs.Length; p++)
        {
            var i = paragraphs[p].First;
            while (i < paragraphs[p].End && i - paragraphs[p].First < LongestLabel && _words.IsCapitalised(i)) i++;
            if (i > paragraphs[p].First && i < paragraphs[p].End && _words.First(i) == ':') (last, labelled) = (p, labelled + 1);
            else if (!IsRule(paragraphs[p])) break;
        }

        return labelled < 2 ? 0 : _reading.Document.Tokens[paragraphs[last].End - 1].End;
    }

    private bool IsRule(TokenRange paragraph) => paragraph.Count == 1 && _words.IsMark(paragraph.First);
}
