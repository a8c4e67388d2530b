using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Store;

/// <summary>The article that a record was made of, to be read anew.</summary>
public static class RereadArticle
{
    /// <summary>The article of a record.</summary>
    /// <remarks>
    /// A body that is the whole text was given with a web page's clean text, and is given again; any other was found by the reader,
    /// and is left to the new one to find.
    /// </remarks>
    public static Article Of(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var document = record.Document;
        var whole = new CodePointRange(0, new CodePoints(document.Text).Count);
        return new Article(document.Text)
        {
            Id = document.Id,
            Title = document.Title,
            Byline = document.Byline,
            Outlet = document.Outlet,
            Url = document.Url,
            Published = Date(document.Published),
            Modified = Date(document.Modified),
            Language = document.Language,
            Body = document.Body is [var only] && only == whole ? [new Span(0, document.Text.Length)] : null,
        };
    }

    private static PublicationDate? Date(string? text) => PublicationDate.TryParse(text, out var date) ? date : null;
}
