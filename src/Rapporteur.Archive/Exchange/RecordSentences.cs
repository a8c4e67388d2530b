using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>The sentences of a record's article.</summary>
internal sealed class RecordSentences(Record record)
{
    private readonly RecordText _text = new(record.Document.Text);

    /// <summary>The sentence that a range begins in; the words of the range itself where it stands outside the body.</summary>
    public string Around(CodePointRange range)
    {
        // What an author adds to a sentence stands as a shorter stretch within it.
        CodePointRange? longest = null;
        foreach (var sentence in record.Voice.Sentences)
            if (sentence.Range.Start <= range.Start && range.Start < sentence.Range.End
                && (longest is not { } other || Length(sentence.Range) > Length(other)))
                longest = sentence.Range;
        return _text[longest ?? range];
    }

    private static int Length(CodePointRange range) => range.End - range.Start;
}
