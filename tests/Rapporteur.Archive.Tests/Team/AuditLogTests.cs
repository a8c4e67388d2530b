using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Archive.Tests.Team;

public abstract class AuditLogTests : IDisposable
{
    public sealed class OnSqlite() : AuditLogTests(new TemporaryArchive());

    public sealed class OnPostgres() : AuditLogTests(new TemporaryServerArchive());

    private static readonly DateTimeOffset Morning = new(2024, 5, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryArchive _place;
    private readonly NewsArchive _archive;
    private readonly AuditLog _log;

    protected AuditLogTests(TemporaryArchive place)
    {
        _place = place;
        _archive = _place.Open();
        _log = new AuditLog(_archive);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _archive.Dispose();
        _place.Dispose();
    }

    private static AuditEntry Entry(string? who, string action, string result = "done", int minutes = 0) =>
        new(Morning.AddMinutes(minutes), who, "password", "192.0.2.7", action, null, result);

    private long[] Found(AuditQuery query, long? before = null, int count = 10) => [.. _log.Find(query, before, count).Select(entry => entry.Id)];

    [Fact]
    public void Entries_are_found_by_who_what_when_and_what_came_of_it()
    {
        _log.Add([Entry("Oda", "article.add"), Entry(null, "sign-in", "refused", 1), Entry("Ilse", "article.delete", "failed", 2), Entry("Oda", "articles", minutes: 3)]);
        Assert.Equal([4, 3, 2, 1], Found(new AuditQuery()));
        Assert.Equal([2, 1], Found(new AuditQuery(), before: 3));
        Assert.Equal([4, 3], Found(new AuditQuery(), count: 2));
        Assert.Equal([4, 1], Found(new AuditQuery(Who: "oda")));
        Assert.Equal([3, 1], Found(new AuditQuery(Action: "article")));
        Assert.Equal([3], Found(new AuditQuery(Action: "article.delete")));
        Assert.Equal([2], Found(new AuditQuery(Result: "refused")));
        Assert.Equal([3, 2], Found(new AuditQuery(From: Morning.AddMinutes(1), Until: Morning.AddMinutes(3))));
        Assert.Equal(Entry(null, "sign-in", "refused", 1) with { Id = 2 }, Assert.Single(_log.Find(new AuditQuery(Result: "refused"), null, 10)));
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    public void What_was_done_cannot_be_rewritten(string sql)
    {
        _log.Add([Entry("Oda", "article.delete")]);
        Assert.Throws<ArchiveException>(() => _archive.Write(database => database.Run(sql), shows: false));
        Assert.Equal("Oda", Assert.Single(_log.Find(new AuditQuery(), null, 10)).Who);
    }
}
