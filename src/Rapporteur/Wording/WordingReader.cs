using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Wording;

/// <summary>Reads what an outlet does with words that are not its own: the passages in quotation marks.</summary>
internal sealed class WordingReader(LanguagePack language)
{
    private readonly AlterationReader _alterations = new(language);
    private readonly QuotationUses _uses = new(language);

    /// <summary>The outermost quotations of a document, in order; an inner one is part of the passage around it.</summary>
    public ImmutableArray<QuotedPassage> Read(TokenWords words, ImmutableArray<Statement> statements)
    {
        var document = words.Document;
        var passages = ImmutableArray.CreateBuilder<QuotedPassage>();
        var contents = new ContentIndex(statements);
        foreach (var quotation in document.Quotations)
        {
            if (quotation.Depth > 0) continue;
            var cited = contents.At(quotation.Inner.Start);
            var alterations = _alterations.Read(words, quotation);
            var printed = quotation.Inner.In(document.Text).ToString();
            passages.Add(new QuotedPassage(
                quotation.Whole, _uses.Of(words, quotation, cited), cited?.Id, alterations, printed,
                alterations.IsEmpty ? printed : SpokenReading.Of(document.Text, words.Syntax, quotation.Inner, alterations)));
        }

        return passages.ToImmutable();
    }

    /// <summary>Which statement's content stands at a place; positions are asked for in ascending order.</summary>
    private sealed class ContentIndex
    {
        private readonly (Span Span, Statement Statement)[] _contents;
        private int _next;

        public ContentIndex(ImmutableArray<Statement> statements)
        {
            _contents = [.. statements.SelectMany(s => s.Content.Select(span => (span, s))).OrderBy(c => c.span)];
        }

        public Statement? At(int position)
        {
            while (_next < _contents.Length && _contents[_next].Span.End <= position) _next++;
            return _next < _contents.Length && _contents[_next].Span.Contains(position) ? _contents[_next].Statement : null;
        }
    }
}
