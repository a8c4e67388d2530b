using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Training.Attributions;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Training.Tests.Attributions;

public sealed class ReviewedDataTests
{
    [Fact]
    public void What_people_reviewed_is_read_as_marked_articles_are()
    {
        var folder = Directory.CreateTempSubdirectory("reviewed-").FullName;
        try
        {
            const string Text = "😀 \"The locks open on Monday,\" Ilse Marten said.";
            using var archive = NewsArchive.Open(Path.Combine(folder, "news.archive"), ArchiveAccess.Write);
            archive.Add([ArchiveEntry.Of(Record.From(Reader.English.Read(new Article(Text) { Id = "locks" })))]);
            var found = Annotation.Of(archive.Record(1)!.Statements[0]);
            var given = found with { Content = [new CodePointRange(found.Content[0].Start + 4, found.Content[0].End)] };
            new StatementReviews(archive).Write(new ReviewDraft(1, ReviewKind.Corrected, "ada", DateTimeOffset.UnixEpoch) { Statement = "s1", Given = given });

            var file = Path.Combine(folder, "reviewed.jsonl");
            using (var stream = File.Create(file)) ArchiveExport.Write(archive, RecordExports.Named("reviews")!.Create(stream), versions: true, TestContext.Current.CancellationToken);
            var article = Assert.Single(AnnotatedArticle.ReadFile(file));
            Assert.Equal(("locks", Text), (article.Id, article.Text));
            var attribution = Assert.Single(article.Attributions);
            Assert.Equal(new RecordText(Text)[given.Content], attribution.Content[0].In(Text).ToString());
            Assert.Equal("Ilse Marten", attribution.Source[0].In(Text).ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
