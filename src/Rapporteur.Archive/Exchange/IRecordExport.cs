using Rapporteur.Archive.Reviews;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Writes records for other programs, one after another, into one stream. Used by one thread.</summary>
public interface IRecordExport
{
    /// <summary>Writes a record, or takes in what is to be written of it at the end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="article">Its article's number in the archive; null where it comes from none.</param>
    void Write(Record record, long? article = null);

    /// <summary>Takes what people say of an article's statements, after its records. Most formats are of what the reader found alone.</summary>
    void Write(ArticleReviews reviews)
    {
    }

    /// <summary>Writes what comes after the last record. Called once; the stream stays open.</summary>
    void Complete();
}
