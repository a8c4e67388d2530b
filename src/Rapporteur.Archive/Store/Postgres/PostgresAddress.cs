using Npgsql;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// Where a PostgreSQL database is: <c>postgres://user:password@host:port/database?sslmode=require</c>, as its own programs take it
/// (postgresql.org/docs/current/libpq-connect.html), or <c>Host=...;Database=...</c>, as .NET programs do.
/// </summary>
/// <remarks>A password that is left out is looked for where its own programs look: in PGPASSWORD and in ~/.pgpass.</remarks>
internal static class PostgresAddress
{
    private const int UsualPort = 5432;
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether this is such an address and not a file's path.</summary>
    public static bool IsOne(string place) => IsUri(place) || place.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address as settings.</summary>
    /// <exception cref="ArchiveException">It cannot be understood. The message does not repeat it: a password may stand in it.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string address)
    {
        try
        {
            var settings = IsUri(address) ? OfUri(address) : new NpgsqlConnectionStringBuilder(address);
            if (settings.Port == 0) settings.Port = UsualPort;
            if (string.IsNullOrEmpty(settings.Host)) settings.Host = "localhost";
            if (string.IsNullOrEmpty(settings.Database)) throw new FormatException("it names no database");
            return settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            // The cause is not passed on: what it says may hold a password.
            throw new ArchiveException(
                $"the address of the PostgreSQL archive cannot be understood{(e is FormatException ? $": {e.Message}" : "")}; it looks like postgres://user:password@host:{UsualPort}/database");
        }
    }

    /// <summary>The address for people, without user and password.</summary>
    public static string Shown(NpgsqlConnectionStringBuilder settings) =>
        settings.Host is ['/', ..] ? $"postgres:///{settings.Database} ({settings.Host})" : $"postgres://{settings.Host}:{settings.Port}/{settings.Database}";

    private static bool IsUri(string place) => Schemes.Any(scheme => place.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static NpgsqlConnectionStringBuilder OfUri(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) throw new FormatException("a part of it has characters that must be written as %XX");
        var settings = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(uri.Host), Port = uri.Port > 0 ? uri.Port : UsualPort, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user is [_, var password]) settings.Password = Uri.UnescapeDataString(password);
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = setting.Split('=', 2);
            if (parts is not [var name, var value]) throw new FormatException("what stands behind the ? is not name=value");
            Set(settings, Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
        }

        return settings;
    }

    // The names of libpq where they are not those of .NET.
    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        if (name == "sslmode") settings.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        else if (name == "dbname") settings.Database = value;
        else if (name == "user") settings.Username = value;
        else if (name == "connect_timeout") settings["Timeout"] = value;
        else if (name == "sslrootcert") settings.RootCertificate = value;
        else if (name == "sslcert") settings.SslCertificate = value;
        else if (name == "sslkey") settings.SslKey = value;
        else settings[name.Replace('_', ' ')] = value;
    }
}
