using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Which words of a document are cited, quoted, and for whom.</summary>
internal sealed class CitationMap
{
    private readonly bool[] _cited;
    private readonly bool[] _quoted;
    private readonly int[] _statement;
    private readonly ImmutableArray<Statement> _statements;

    public CitationMap(TokenWords words, ImmutableArray<Statement> statements, ImmutableArray<QuotedPassage> passages, ReportingWords reporting)
    {
        _statements = statements;
        _cited = new bool[words.Count];
        _quoted = new bool[words.Count];
        _statement = new int[words.Count];
        Array.Fill(_statement, -1);
        foreach (var passage in passages)
            if (passage.Use is QuotationUse.Whole or QuotationUse.Partial) Mark(words, passage.Span, _quoted);
        for (var s = 0; s < statements.Length; s++)
        {
            if (!Cites(words, statements[s], reporting)) continue;
            foreach (var span in statements[s].Content)
            {
                Mark(words, span, _cited);
                var range = words.Document.Tokens.Touching(span);
                _statement.AsSpan(range.First, range.Count).Fill(s);
            }

            foreach (var span in statements[s].Source.Concat(statements[s].Cue)) Mark(words, span, _cited);
        }
    }

    /// <summary>Whether somebody is cited for a token, or it is part of the words that cite.</summary>
    public bool IsCited(int token) => _cited[token];

    /// <summary>Whether a token stands in a quotation.</summary>
    public bool IsQuoted(int token) => _quoted[token];

    /// <summary>The number of the innermost statement whose content holds a token; -1 for none.</summary>
    public int StatementAt(int token) => _statement[token];

    /// <summary>The id of that statement; null for none.</summary>
    public string? StatementIdAt(int token) => _statement[token] < 0 ? null : _statements[_statement[token]].Id;

    // "The generals want war" tells a mind, and no words: the author asserts it. Somebody must have said or written something,
    // or thought it in a clause of its own.
    private static bool Cites(TokenWords words, Statement statement, ReportingWords reporting)
    {
        if (statement.Kind != StatementKind.Indirect || statement.Cue.IsEmpty) return true;
        var finite = HasFiniteVerb(words, statement.Content[0]);
        foreach (var span in statement.Cue)
        {
            var range = words.Document.Tokens.Touching(span);
            if (!finite && IsEmbedded(words, range)) return false;
            for (var i = range.First; i < range.End; i++)
                if (reporting.ClassOf(words.Form(i)) is not (ReportingClass.None or ReportingClass.Think or ReportingClass.Show)) return true;
        }

        return statement.Speaker is not null && finite;
    }

    // "what it agreed to observe": a promise spoken of inside the author's own sentence.
    private static bool IsEmbedded(TokenWords words, TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
            if (words.Tag(i) == UniversalTag.Verb) return words.Syntax.Relations[i] is Relation.AclRelcl or Relation.Acl or Relation.Csubj or Relation.Ccomp;
        return false;
    }

    private static bool HasFiniteVerb(TokenWords words, Span span)
    {
        var range = words.Document.Tokens.Touching(span);
        for (var i = range.First; i < range.End; i++)
            if (words.Penn(i) is PennTag.Vbz or PennTag.Vbp or PennTag.Vbd or PennTag.Md) return true;
        return false;
    }

    private static void Mark(TokenWords words, Span span, bool[] marks)
    {
        var range = words.Document.Tokens.Touching(span);
        marks.AsSpan(range.First, range.Count).Fill(true);
    }
}
