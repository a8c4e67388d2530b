using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Archive.Tests.Team;

public abstract class ApiKeyTests : IDisposable
{
    public sealed class OnSqlite() : ApiKeyTests(new TemporaryArchive());

    public sealed class OnPostgres() : ApiKeyTests(new TemporaryServerArchive());

    private static readonly DateTimeOffset Morning = new(2024, 5, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryArchive _place;
    private readonly NewsArchive _archive;
    private readonly Accounts _accounts;
    private readonly ApiKeys _keys;

    protected ApiKeyTests(TemporaryArchive place)
    {
        _place = place;
        _archive = _place.Open();
        _accounts = new Accounts(_archive);
        _keys = new ApiKeys(_archive);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _archive.Dispose();
        _place.Dispose();
    }

    [Fact]
    public void A_key_is_found_by_its_hash_and_holds_until_it_expires_or_is_revoked()
    {
        var key = _keys.Add([1, 2], "rk_abc", "the wire", Role.Editor, null, Morning, Morning.AddDays(1));
        Assert.Equal(key, _keys.Find([1, 2]));
        Assert.Null(_keys.Find([1, 3]));
        Assert.Equal(Role.Editor, key.Allows(Morning.AddHours(23)));
        Assert.Null(key.Allows(Morning.AddDays(1)));
        var other = _keys.Add([3], "rk_def", "the other wire", Role.Reader, null, Morning, Morning.AddYears(1));
        Assert.Equal(Role.Reader, other.Allows(Morning.AddDays(300)));
        Assert.True(_keys.Revoke(other.Id, Morning));
        Assert.False(_keys.Revoke(other.Id, Morning));
        Assert.Null(_keys.Find([3])!.Allows(Morning));
        Assert.Equal([other.Id, key.Id], _keys.All().Select(k => k.Id));
    }

    [Fact]
    public void A_key_does_no_more_than_its_maker_may()
    {
        _accounts.Add("first", Role.Admin, "hash", Morning);
        var maker = _accounts.Add("maker", Role.Admin, "hash", Morning)!;
        var key = _keys.Add([1], "rk_abc", "the wire", Role.Admin, maker.Id, Morning, Morning.AddYears(1));
        Assert.Equal((Role.Admin, "maker"), (key.Allows(Morning), key.Maker?.Name));
        _accounts.ChangeRole(maker.Id, Role.Reader);
        Assert.Equal(Role.Reader, _keys.Find(key.Id)!.Allows(Morning));
        _accounts.Disable(maker.Id);
        Assert.Null(_keys.Find(key.Id)!.Allows(Morning));
    }

    [Fact]
    public void Use_is_noted_to_the_minute()
    {
        var key = _keys.Add([1], "rk_abc", "the wire", Role.Reader, null, Morning, Morning.AddYears(1));
        _keys.NoteUse(key, Morning);
        Assert.Equal(Morning, _keys.Find(key.Id)!.Used);
        _keys.NoteUse(_keys.Find(key.Id)!, Morning.AddSeconds(59));
        Assert.Equal(Morning, _keys.Find(key.Id)!.Used);
        _keys.NoteUse(_keys.Find(key.Id)!, Morning.AddSeconds(60));
        Assert.Equal(Morning.AddSeconds(60), _keys.Find(key.Id)!.Used);
    }
}
