using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NATS.Client.Core;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Queue.Broker;
using Rapporteur.Queue.Work;

namespace Rapporteur.Queue;

/// <summary>A piece of work as it waits in the queue.</summary>
/// <remarks>
/// An article is the line of JSON that <c>rapporteur pipe</c> reads, so that any program with a NATS client can queue articles; all
/// heads are optional.
/// </remarks>
public sealed class QueueMessage
{
    private QueueMessage(WorkKind kind, byte[] content, string id, string subject)
    {
        Kind = kind;
        Content = content;
        Id = id;
        Subject = subject;
    }

    /// <summary>What it is known by: a hash of what it says. Of two with the same id that come within a day, the broker keeps one.</summary>
    public string Id { get; }

    /// <summary>What it is about, for people: an address, a headline, or an id.</summary>
    public string Subject { get; }

    /// <summary>The model that must read it; null where any may.</summary>
    public string? Model { get; private init; }

    internal WorkKind Kind { get; }

    internal byte[] Content { get; }

    /// <summary>Whether it is read in a process of its own, since reading it may have ended another.</summary>
    internal bool IsAlone { get; init; }

    /// <summary>An article to be read and added.</summary>
    /// <param name="article">The article.</param>
    /// <param name="model">The model that must read it, as it stands in records; null where any may.</param>
    public static QueueMessage Of(Article article, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var line = ArticleLine.Write(article);
        return new QueueMessage(WorkKind.Article, line, Hash(line), article.Url ?? article.Title ?? article.Id ?? "an article without a name") { Model = model };
    }

    /// <summary>The same under an id of its own, for what the broker knows and is to be read all the same.</summary>
    public QueueMessage Again() => new(Kind, Content, $"{Id}-{Guid.NewGuid():N}", Subject) { Model = Model, IsAlone = IsAlone };

    /// <summary>A version of an article in the archive, to be read anew.</summary>
    /// <param name="version">The version.</param>
    /// <param name="model">The model that must read it, as it stands in records.</param>
    public static QueueMessage Of(StoredArticle version, string model)
    {
        ArgumentNullException.ThrowIfNull(version);
        var content = JsonSerializer.SerializeToUtf8Bytes(new VersionToRead(version.Id, version.Version), QueueJson.Default.VersionToRead);
        var subject = string.Create(CultureInfo.InvariantCulture, $"article {version.Id}, version {version.Version}");
        return new QueueMessage(WorkKind.Version, content, Hash(Encoding.UTF8.GetBytes($"{subject}, read by {version.Reader}, for {model}")), subject) { Model = model };
    }

    /// <summary>A stretch of a web archive.</summary>
    internal static QueueMessage Of(PageRange range, string? model = null, string? subject = null, bool isAlone = false) =>
        new(WorkKind.Pages, JsonSerializer.SerializeToUtf8Bytes(range, QueueJson.Default.PageRange), string.Create(CultureInfo.InvariantCulture, $"{range.Hash[..32]}-{range.Offset}{(isAlone ? "-alone" : "")}"), subject ?? range.Name)
        {
            Model = model,
            IsAlone = isAlone,
        };

    internal static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    // Control characters would end a head; what is for people need not be long.
    internal static string HeadText(string text, int longest = 500)
    {
        var line = string.Concat(text.Take(longest).Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length == 0 || char.IsHighSurrogate(line[^1]) ? line[..^Math.Min(1, line.Length)] : line;
    }

    internal NatsHeaders Heads(string packing)
    {
        var heads = new NatsHeaders { [QueueNames.MessageId] = Id, [QueueNames.Kind] = Kind.ToString().ToLower(CultureInfo.InvariantCulture), [QueueNames.Subject] = HeadText(Subject) };
        if (packing.Length > 0) heads[QueueNames.Packing] = packing;
        if (Model is not null) heads[QueueNames.Model] = HeadText(Model);
        if (IsAlone) heads[QueueNames.Alone] = "yes";
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace }) heads[QueueNames.Trace] = trace;
        return heads;
    }
}
