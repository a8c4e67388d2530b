using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>One word of a CoNLL-U file: the columns that are used, as written there.</summary>
/// <param name="Form">The word.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Universal">Its universal part of speech, UPOS.</param>
/// <param name="Penn">Its treebank's part of speech, XPOS.</param>
/// <param name="Features">Its morphological features, FEATS.</param>
/// <param name="Head">The number of its head in the sentence, from 1; 0 for the root or where none is given.</param>
/// <param name="Relation">The relation to its head, DEPREL.</param>
/// <param name="Misc">Anything else, MISC.</param>
public sealed record ConlluWord(string Form, string Lemma, string Universal, string Penn, string Features, int Head, string Relation, string Misc);

/// <summary>Words of a CoNLL-U sentence that are written together as one ("didn't").</summary>
/// <param name="First">The number of the first word in the sentence, from 1.</param>
/// <param name="Last">The number of the last word.</param>
/// <param name="Form">How they are written.</param>
/// <param name="Misc">MISC of their line.</param>
public sealed record ConlluGroup(int First, int Last, string Form, string Misc);

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Comments">The lines before it, with their number sign.</param>
/// <param name="Words">Its words.</param>
/// <param name="Groups">Which of them are written together.</param>
/// <param name="First">The number of its first word among those of its document, from 0.</param>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<ConlluWord> Words, IReadOnlyList<ConlluGroup> Groups, int First);

/// <summary>A document of a CoNLL-U file: its sentences, and the text that they spell.</summary>
/// <param name="Id">The document's id, or the empty string.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Document">The text, with tokens, sentences and paragraphs as given.</param>
public sealed record ConlluDocument(string Id, IReadOnlyList<ConlluSentence> Sentences, Document Document)
{
    /// <summary>All words, beside the document's tokens.</summary>
    public IReadOnlyList<ConlluWord> Words { get; } = [.. Sentences.SelectMany(s => s.Words)];
}
