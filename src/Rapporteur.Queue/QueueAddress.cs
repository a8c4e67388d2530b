using NATS.Client.Core;

namespace Rapporteur.Queue;

/// <summary>Where the broker is and how it is entered.</summary>
/// <param name="Text">
/// <c>nats://host:4222</c> or <c>tls://user:password@host:4222</c>; the servers of a cluster with commas between. What stands before an
/// <c>@</c> without a colon is a token.
/// </param>
public sealed record QueueAddress(string Text)
{
    private const int UsualPort = 4222;
    private static readonly string[] Schemes = ["nats", "tls", "ws", "wss"];

    /// <summary>
    /// A file with what lets us in: <c>user:password</c> on one line, or what the broker's own tools write (.creds). Null where there
    /// is none.
    /// </summary>
    public string? CredentialsFile { get; init; }

    /// <summary>A file with the certificate of the authority that signed the broker's (PEM); null for those that the system trusts.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>The address without what is secret in it, for messages.</summary>
    public string Place => string.Join(',', Servers().Select(server => string.Create(null, $"{server.Scheme}://{server.Host}:{server.Port}")));

    /// <summary>As <see cref="Place"/>: an address is often logged.</summary>
    public override string ToString() => Place;

    internal NatsOpts Options(string name)
    {
        foreach (var file in new[] { CredentialsFile, AuthorityFile }.OfType<string>())
            if (!File.Exists(file)) throw new QueueException($"there is no file {file}, which is named for the queue at {Place}");
        var servers = Servers();
        var entry = Entry(servers[0].UserInfo);
        return NatsOpts.Default with
        {
            Url = Place,
            Name = name,
            AuthOpts = entry,
            // Answers come to an inbox that the broker can keep for this user: who may listen to all inboxes hears what others are sent.
            InboxPrefix = entry.Username is { } user && user.All(char.IsAsciiLetterOrDigit) ? $"_INBOX.{user}" : NatsOpts.Default.InboxPrefix,
            TlsOpts = new NatsTlsOpts
            {
                CaFile = AuthorityFile,
                Mode = servers.Any(server => server.Scheme is "tls" or "wss") || AuthorityFile is not null ? TlsMode.Require : TlsMode.Auto,
            },
            // A broker that is started anew is found again, however long that takes, also where it first has no accounts.
            MaxReconnectRetry = -1,
            IgnoreAuthErrorAbort = true,
            ReconnectWaitMin = TimeSpan.FromMilliseconds(200),
            ReconnectWaitMax = TimeSpan.FromSeconds(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            RequestTimeout = TimeSpan.FromSeconds(10),

            // Else whoever asks while the broker is away waits without a word until it is back.
            PublishTimeoutOnDisconnected = true,
        };
    }

    // Not Uri's message for what cannot be understood: a password may stand in it.
    private List<Uri> Servers()
    {
        var servers = new List<Uri>();
        foreach (var part in Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(part.Contains("://", StringComparison.Ordinal) ? part : "nats://" + part, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme) || uri.Host.Length == 0)
                throw new QueueException("the address of the queue cannot be understood: it is written nats://host:4222 or tls://user:password@host:4222");
            servers.Add(uri.Port > 0 ? uri : new UriBuilder(uri) { Port = UsualPort }.Uri);
        }

        return servers.Count > 0 ? servers : throw new QueueException("the address of the queue is empty: it is written nats://host:4222");
    }

    // What is in the address has its special characters as %XX, what is in the file does not.
    private NatsAuthOpts Entry(string user)
    {
        if (CredentialsFile is null) return user.Length == 0 ? NatsAuthOpts.Default : Entry(user.Split(':', 2), Uri.UnescapeDataString);
        try
        {
            var credentials = File.ReadAllText(CredentialsFile).Trim();
            return credentials.StartsWith("-----", StringComparison.Ordinal) ? NatsAuthOpts.Default with { CredsFile = CredentialsFile } : Entry(credentials.Split(':', 2), part => part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new QueueException($"the credentials for the queue at {Place} cannot be read: {e.Message}", e);
        }
    }

    private static NatsAuthOpts Entry(string[] parts, Func<string, string> plain) => parts is [var name, var password]
        ? NatsAuthOpts.Default with { Username = plain(name), Password = plain(password) }
        : NatsAuthOpts.Default with { Token = plain(parts[0]) };
}
