using System.Net.Sockets;
using Npgsql;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>An archive in a PostgreSQL database, or in a schema of one.</summary>
internal sealed class PostgresEngine : Engine
{
    // A server allows 100 connections unless told otherwise, and others want some.
    private const int Readers = 16;

    // Longer than anything takes but an index built over a very large archive; so that a server that fell silent is given up at last.
    private const int LongestCommand = 10 * 60;
    private const int PreparedCommands = 100;

    private readonly NpgsqlDataSource _reading, _writing;
    private readonly TimeSpan _patience;

    /// <exception cref="ArchiveException">The address cannot be understood.</exception>
    public PostgresEngine(string address, ArchiveAccess access, TimeSpan patience)
    {
        var settings = PostgresAddress.Parse(address);
        Place = PostgresAddress.Shown(settings);
        _patience = patience;

        // Connections are kept by Connections. How many statements hold a word, and so which way is quick, is known only when the word is. Many
        // ask at once, for little each: neither other processes nor code made for one query repay what it costs to start them.
        settings.Pooling = false;
        settings.MaxAutoPrepare = PreparedCommands;
        settings.ApplicationName ??= "rapporteur";
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = LongestCommand;
        var options = $"{settings.Options} -c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0 -c jit=off".Trim();
        settings.Options = $"{options} -c default_transaction_read_only=on";
        _reading = Source(settings);
        if (access == ArchiveAccess.Write) settings.Options = options;
        _writing = Source(settings);
    }

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    public override int MostReaders => Readers;

    /// <inheritdoc/>
    public override Database ConnectToRead() => Connect(_reading);

    /// <inheritdoc/>
    public override Database ConnectToWrite() => Connect(_writing);

    /// <inheritdoc/>
    public override void Backup(string file) => throw new ArchiveException(
        $"{Place} is backed up by PostgreSQL's own program, also while others write: pg_dump --format custom --file {file} ADDRESS; docs/archive.md says how it is restored");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
        base.Dispose();
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        builder.EnableArrays();
        return builder.Build();
    }

    private PostgresDatabase Connect(NpgsqlDataSource source)
    {
        try
        {
            return new PostgresDatabase(Place, source.OpenConnection(), _patience);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException or IOException or ArgumentException or InvalidOperationException)
        {
            throw PostgresErrors.Explained(e, Place, connected: false);
        }
    }
}
