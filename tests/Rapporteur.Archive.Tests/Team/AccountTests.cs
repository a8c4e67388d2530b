using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Archive.Tests.Team;

public abstract class AccountTests : IDisposable
{
    public sealed class OnSqlite() : AccountTests(new TemporaryArchive());

    public sealed class OnPostgres() : AccountTests(new TemporaryServerArchive());

    private static readonly DateTimeOffset Morning = new(2024, 5, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly TemporaryArchive _place;
    private readonly NewsArchive _archive;
    private readonly Accounts _accounts;
    private readonly Sessions _sessions;

    protected AccountTests(TemporaryArchive place)
    {
        _place = place;
        _archive = _place.Open();
        _accounts = new Accounts(_archive);
        _sessions = new Sessions(_archive);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _archive.Dispose();
        _place.Dispose();
    }

    [Fact]
    public void A_name_is_given_once_whatever_its_case()
    {
        var ilse = _accounts.Add("Ilse Marten", Role.Editor, "hash", Morning);
        Assert.Null(_accounts.Add("ilse marten", Role.Admin, "other", Morning));
        Assert.Equal(ilse, _accounts.Find("ILSE MARTEN"));
        Assert.Equal(("Ilse Marten", Role.Editor, Morning), (ilse!.Name, ilse.Role, ilse.Created));
        Assert.Equal([ilse], _accounts.All());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("line\nbreak")]
    [InlineData("right\u202Eleft")]
    [InlineData("<b>")]
    [InlineData("a\0")]
    [InlineData("\ud800")]
    public void A_name_that_could_pass_for_something_else_is_none(string given) => Assert.Null(AccountName.Of(given));

    [Fact]
    public void A_session_holds_until_it_ends_or_is_ended()
    {
        var account = _accounts.Add("oda", Role.Reader, "hash", Morning)!;
        Assert.True(_sessions.Begin([1], account.Id, "password", Morning, TimeSpan.FromHours(1)));
        Assert.True(_sessions.Begin([2], account.Id, "password", Morning, TimeSpan.FromHours(1)));
        Assert.Equal("oda", _sessions.Find([1], Morning.AddMinutes(59))?.Account.Name);
        Assert.Null(_sessions.Find([1], Morning.AddMinutes(60)));
        _sessions.End([1]);
        Assert.Null(_sessions.Find([1], Morning));
        Assert.NotNull(_sessions.Find([2], Morning));
        Assert.Equal(Morning, _accounts.Find(account.Id)!.SignedIn);
    }

    [Fact]
    public void Whoever_loses_a_role_a_password_or_the_account_is_signed_out_at_once()
    {
        _accounts.Add("first", Role.Admin, "hash", Morning);
        var account = _accounts.Add("oda", Role.Editor, "hash", Morning)!;
        foreach (var change in new Func<bool>[]
        {
            () => _accounts.ChangeRole(account.Id, Role.Reader),
            () => _accounts.ChangePassword(account.Id, "other"),
            () => _accounts.Disable(account.Id),
        })
        {
            Assert.True(_sessions.Begin([1], account.Id, "password", Morning, TimeSpan.FromHours(1)));
            Assert.True(change());
            Assert.Null(_sessions.Find([1], Morning));
        }

        Assert.False(_sessions.Begin([1], account.Id, "password", Morning, TimeSpan.FromHours(1)));
        Assert.True(_accounts.Disable(account.Id, disabled: false));
        Assert.True(_sessions.Begin([1], account.Id, "password", Morning, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_last_admin_stays()
    {
        Assert.False(_accounts.HasAdmin);
        var first = _accounts.Add("first", Role.Admin, "hash", Morning)!;
        Assert.True(_accounts.HasAdmin);
        Assert.False(_accounts.Disable(first.Id));
        Assert.False(_accounts.ChangeRole(first.Id, Role.Editor));
        var second = _accounts.Add("second", Role.Admin, "hash", Morning)!;
        Assert.True(_accounts.Disable(first.Id));
        Assert.False(_accounts.ChangeRole(second.Id, Role.Reader));
    }

    [Fact]
    public void After_five_wrong_passwords_none_is_looked_at_for_a_minute_and_then_for_longer()
    {
        _accounts.Add("oda", Role.Reader, "hash", Morning);
        for (var i = 1; i <= Accounts.TriesBeforeLock; i++) Assert.Equal("hash", _accounts.Try("Oda", Morning).Hash);
        Assert.Null(_accounts.Try("oda", Morning.AddSeconds(59)).Account);
        Assert.Equal(Morning.AddMinutes(1), _accounts.Find("oda")!.LockedUntil);
        Assert.NotNull(_accounts.Try("oda", Morning.AddSeconds(60)).Account);
        Assert.Null(_accounts.Try("oda", Morning.AddSeconds(179)).Account);
        Assert.NotNull(_accounts.Try("oda", Morning.AddSeconds(180)).Account);
        var time = Morning.AddDays(1);
        for (var i = 0; i < 40; i++, time = time.AddHours(1)) Assert.NotNull(_accounts.Try("oda", time).Account);
        Assert.Equal(time, _accounts.Find("oda")!.LockedUntil);
    }

    [Fact]
    public void A_right_password_forgets_the_wrong_ones()
    {
        var account = _accounts.Add("oda", Role.Reader, "hash", Morning)!;
        for (var i = 1; i <= Accounts.TriesBeforeLock; i++) _accounts.Try("oda", Morning);
        Assert.True(_accounts.Unlock(account.Id));
        for (var i = 1; i <= Accounts.TriesBeforeLock; i++) Assert.NotNull(_accounts.Try("oda", Morning).Account);
    }

    [Fact]
    public void No_password_is_looked_at_for_names_that_nobody_has_or_may_not_use()
    {
        Assert.Null(_accounts.Try("nobody", Morning).Account);
        _accounts.Add("first", Role.Admin, "hash", Morning);
        _accounts.Disable(_accounts.Add("gone", Role.Reader, "hash", Morning)!.Id);
        _accounts.Vouched("https://id.example", "42", "vouched", Role.Reader, Morning);
        Assert.Null(_accounts.Try("gone", Morning).Account);
        Assert.Null(_accounts.Try("vouched", Morning).Account);
    }

    [Fact]
    public void Whom_a_provider_vouches_for_keeps_one_account_with_the_role_that_it_says_last()
    {
        _accounts.Add("Ilse", Role.Admin, "hash", Morning);
        var first = _accounts.Vouched("https://id.example", "42", "ilse", Role.Reader, Morning);
        Assert.Equal(("ilse 2", Role.Reader, "https://id.example"), (first.Name, first.Role, first.Issuer));
        _sessions.Begin([1], first.Id, "openid", Morning, TimeSpan.FromHours(1));
        Assert.Equal(first, _accounts.Vouched("https://id.example", "42", "renamed", Role.Reader, Morning) with { SignedIn = null });
        Assert.NotNull(_sessions.Find([1], Morning));
        var raised = _accounts.Vouched("https://id.example", "42", "ilse", Role.Editor, Morning);
        Assert.Equal((first.Id, Role.Editor), (raised.Id, raised.Role));
        Assert.Null(_sessions.Find([1], Morning));
        Assert.NotEqual(first.Id, _accounts.Vouched("https://other.example", "42", "ilse", Role.Reader, Morning).Id);
        Assert.False(_accounts.ChangePassword(first.Id, "hash"));
    }

    [Fact]
    public void What_accounts_do_is_no_change_of_what_the_archive_shows()
    {
        var before = _archive.Changes;
        _accounts.Add("oda", Role.Reader, "hash", Morning);
        _accounts.Try("oda", Morning);
        Assert.Equal(before, _archive.Changes);
    }
}
