using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>The accounts of a desk. What takes something from somebody ends their sessions in the same moment.</summary>
/// <param name="archive">The archive that keeps them, open to write.</param>
public sealed class Accounts(NewsArchive archive)
{
    /// <summary>How many passwords may be wrong in a row before the account is locked.</summary>
    public const int TriesBeforeLock = 5;

    internal const string Columns = "a.id, a.name, a.role, a.issuer, a.disabled, a.locked_until, a.created, a.signed_in";
    // A minute doubled so often is more than the longest lock.
    private const int DoublingsOfLock = 6;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1), LongestLock = TimeSpan.FromHours(1);

    /// <summary>All accounts, by name.</summary>
    public ImmutableArray<Account> All() => [.. archive.Read(database => database.Query($"SELECT {Columns} FROM accounts a ORDER BY a.sign_in", Read))];

    /// <summary>An account by its number; null where there is none.</summary>
    public Account? Find(long id) => archive.Read(database => Find(database, id));

    /// <summary>An account by its name, whatever its case; null where there is none.</summary>
    public Account? Find(string name) =>
        archive.Read(database => database.Query($"SELECT {Columns} FROM accounts a WHERE a.sign_in = $1", Read, AccountName.Folded(name)).SingleOrDefault());

    /// <summary>Whether anybody could sign in as an admin.</summary>
    public bool HasAdmin => archive.Read(database => OtherAdmins(database, 0) > 0);

    /// <summary>Makes an account.</summary>
    /// <param name="name">The name, as <see cref="AccountName.Of"/> gives it.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="password">The hash of the password.</param>
    /// <param name="now">The time.</param>
    /// <returns>The account; null where the name is taken.</returns>
    public Account? Add(string name, Role role, string password, DateTimeOffset now) => archive.Write(
        database => Insert(database, name, role, password, null, null, now), shows: false);

    /// <summary>
    /// The account of somebody whom an identity provider vouches for: made when they first come, and given the role that the provider
    /// says each time. Where somebody else has the name, theirs gets a number.
    /// </summary>
    /// <param name="issuer">The provider.</param>
    /// <param name="subject">The provider's own name for the person, which stays.</param>
    /// <param name="name">The name, as <see cref="AccountName.Of"/> gives it.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="now">The time.</param>
    public Account Vouched(string issuer, string subject, string name, Role role, DateTimeOffset now) => archive.Write(
        database =>
        {
            var known = database.Query($"SELECT {Columns} FROM accounts a WHERE a.issuer = $1 AND a.subject = $2", Read, issuer, subject).SingleOrDefault();
            if (known is not null)
            {
                if (known.Role != role) Change(database, known.Id, "role", role.Name());
                return known with { Role = role };
            }

            for (var number = 1; ; number++)
            {
                var free = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
                if (Insert(database, free, role, null, issuer, subject, now) is { } made) return made;
            }
        }, shows: false);

    /// <summary>Gives an account another role. The person must sign in again.</summary>
    /// <returns>Whether it was done: not where there is no such account, nor where no admin would be left.</returns>
    public bool ChangeRole(long id, Role role) => archive.Write(
        database => (role == Role.Admin || OtherAdmins(database, id) > 0) && Change(database, id, "role", role.Name()), shows: false);

    /// <summary>Lets an account sign in no more, or again.</summary>
    /// <returns>Whether it was done: not where there is no such account, nor where no admin would be left.</returns>
    public bool Disable(long id, bool disabled = true) => archive.Write(
        database => (!disabled || OtherAdmins(database, id) > 0) && Change(database, id, "disabled", disabled ? 1L : 0L), shows: false);

    /// <summary>Gives an account another password, and unlocks it. The person must sign in again.</summary>
    /// <param name="id">The account.</param>
    /// <param name="password">The hash of the password.</param>
    /// <returns>Whether it was done: not where somebody else vouches for the person.</returns>
    public bool ChangePassword(long id, string password) => archive.Write(
        database => database.Run("UPDATE accounts SET failures = 0, locked_until = 0 WHERE id = $1 AND issuer IS NULL", id) == 1
            && Change(database, id, "password", password), shows: false);

    /// <summary>
    /// Asks to look at a password. Every try counts as wrong until it is said to be right, so that many at once are no more than
    /// as many one after the other; after too many no password is looked at for a while, longer each time.
    /// </summary>
    public PasswordTry Try(string name, DateTimeOffset now) => archive.Write(
        database => database.Query(
            $"""
            UPDATE accounts SET failures = failures + 1, locked_until = CASE
                WHEN failures + 1 < {TriesBeforeLock} THEN 0
                WHEN failures + 1 >= {TriesBeforeLock + DoublingsOfLock} THEN CAST($2 AS BIGINT) + CAST($3 AS BIGINT)
                ELSE CAST($2 AS BIGINT) + CAST($4 AS BIGINT) * (1 << CAST(failures + 1 - {TriesBeforeLock} AS INTEGER)) END
            WHERE sign_in = $1 AND locked_until <= CAST($2 AS BIGINT) AND disabled = 0 AND password IS NOT NULL
            RETURNING id, password
            """,
            row => (Id: row.GetInt64(0), Hash: row.GetString(1)),
            AccountName.Folded(name), Instant.Stored(now), (long)LongestLock.TotalMilliseconds, (long)FirstLock.TotalMilliseconds)
            is [var (id, hash)] ? new PasswordTry(Find(database, id), hash) : new PasswordTry(null, null), shows: false);

    /// <summary>Forgets the wrong tries: the password was right, or an admin says so.</summary>
    public bool Unlock(long id) => archive.Write(
        database => database.Run("UPDATE accounts SET failures = 0, locked_until = 0 WHERE id = $1", id) == 1, shows: false);

    internal static Account Read(Row row) => new(
        row.GetInt64(0), row.GetString(1), RoleNames.Of(row.GetString(2)) ?? Role.Reader, row.Text(3),
        row.GetInt64(4) != 0, row.GetInt64(5) == 0 ? null : Instant.At(row, 5), Instant.At(row, 6), Instant.Or(row, 7));

    internal static Account? Find(Database database, long id) =>
        database.Query($"SELECT {Columns} FROM accounts a WHERE a.id = $1", Read, id).SingleOrDefault();

    private static Account? Insert(Database database, string name, Role role, string? password, string? issuer, string? subject, DateTimeOffset now)
    {
        var id = database.Number(
            """
            INSERT INTO accounts (sign_in, name, role, password, issuer, subject, disabled, failures, locked_until, created)
            VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, $7) ON CONFLICT (sign_in) DO NOTHING RETURNING id
            """,
            AccountName.Folded(name), name, role.Name(), password, issuer, subject, Instant.Stored(now));
        return id is null ? null : Find(database, id.Value);
    }

    private static bool Change(Database database, long id, string column, object value)
    {
        database.Run("DELETE FROM sessions WHERE account = $1", id);
        return database.Run($"UPDATE accounts SET {column} = $2 WHERE id = $1", id, value) == 1;
    }

    private static long OtherAdmins(Database database, long id) =>
        database.Number("SELECT count(*) FROM accounts WHERE role = 'admin' AND disabled = 0 AND id <> $1", id)!.Value;
}
