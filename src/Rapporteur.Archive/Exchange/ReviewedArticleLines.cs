using Rapporteur.Archive.Reviews;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Reviewed articles as training data: an article a line, with the statements that people stand for.</summary>
internal sealed class ReviewedArticleLines(Stream stream) : IRecordExport
{
    public void Write(Record record, long? article = null)
    {
    }

    public void Write(ArticleReviews reviews)
    {
        foreach (var version in reviews.Versions)
        {
            stream.Write(ReviewedArticleLine.Of(version).ToJson());
            stream.WriteByte((byte)'\n');
        }
    }

    public void Complete()
    {
    }
}
