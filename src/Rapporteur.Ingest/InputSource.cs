using Rapporteur.Ingest.Bytes;
using Rapporteur.Ingest.Feeds;
using Rapporteur.Ingest.Fetching;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Ingest.Warc;

namespace Rapporteur.Ingest;

/// <summary>
/// Finds articles in whatever paths name: files of text or HTML, folders, JSON Lines and ninjs, RSS and Atom feeds, web archives
/// (WARC), standard input (<c>-</c>), and addresses of pages and feeds. What a file holds is told by its content.
/// </summary>
public sealed class InputSource
{
    /// <summary>Opens standard input.</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Fetches addresses and what feeds at addresses link to; null where nothing is to be fetched.</summary>
    public Fetcher? Fetcher { get; init; }

    /// <summary>What was fetched in earlier runs.</summary>
    public IFetchMemory? Memory { get; init; }

    /// <summary>Whether links are followed also from feeds that are files, where an entry holds only some lines.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>Ends the wait for a server.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether a path is an address of the web.</summary>
    public static bool IsAddress(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether more than one article may come of a path, as far as its name and first bytes show.</summary>
    public static bool MayHoldSeveral(string path)
    {
        if (IsAddress(path) || Directory.Exists(path)) return true;
        if (path == "-" || InputFiles.IsArticle(path)) return false;
        try
        {
            using var stream = File.OpenRead(path);
            return stream.CanSeek && OpenedInput.Of(stream, unpack: true).Kind != ContentKind.Article;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false; // reading it says what is wrong
        }
    }

    /// <summary>
    /// The articles, in the order of the paths and of what they hold, one at a time: an input of any size needs no more memory than
    /// its largest article (a feed, or a list in JSON, than itself). What cannot be read is given as an input that says so when it is loaded.
    /// </summary>
    public IEnumerable<Input> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.SelectMany(path => IsAddress(path) ? Guarded(path, path, () => AtAddress(path)) : InputFiles.Find([path]).SelectMany(Named));
    }

    /// <summary>The articles that a stream holds, as they would be found in a file. The stream is read as they are taken.</summary>
    /// <param name="content">The stream; it belongs to the source from here on.</param>
    /// <param name="name">The file's name.</param>
    public IEnumerable<Input> Find(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        var id = InputFiles.IdOf(name);
        return Guarded(name, id, () =>
        {
            var opened = OpenedInput.Of(content, unpack: true);
            return opened.Kind == ContentKind.Article ? [new Input(name, id, 0, () => ArticleLoader.Load(opened.Content, id))] : In(opened, name, id);
        });
    }

    private IEnumerable<Input> Named(InputFile file)
    {
        if (file.Problem is { } problem) return [Input.Unreadable(file.Path, file.Id, problem)];
        if (file.Path == "-") return Guarded("standard input", "-", InStandardInput);
        return InputFiles.IsArticle(file.Path) ? [Whole(file)] : Guarded(file.Path, file.Id, () => InFile(file));
    }

    private IEnumerable<Input> InStandardInput()
    {
        var opened = OpenedInput.Of(StandardInput(), unpack: false);
        return opened.Kind == ContentKind.Article
            ? [new Input("standard input", "-", 0, () => ArticleLoader.Load(opened.Content, "-"))]
            : In(opened, "standard input", "-");
    }

    private IEnumerable<Input> InFile(InputFile file)
    {
        var opened = OpenedInput.Of(File.OpenRead(file.Path), unpack: true);
        if (opened.Kind != ContentKind.Article) return In(opened, file.Path, file.Id);
        opened.Content.Dispose(); // one article is loaded by whoever works on it, several at a time
        return [Whole(file)];
    }

    private IEnumerable<Input> In(OpenedInput opened, string origin, string id)
    {
        using var content = opened.Content;
        var inputs = opened.Kind switch
        {
            ContentKind.Json => JsonInputs.Read(content, origin, id),
            ContentKind.Warc => WarcInputs.Read(content, origin),
            _ => InFeed(TextDecoder.Decode(InputBytes.Read(content).Span), origin, null, null, FollowsLinks),
        };
        foreach (var input in inputs) yield return input;
    }

    private IEnumerable<Input> AtAddress(string address)
    {
        if (Fetcher is null) throw new UnreadableInputException("addresses are not fetched here");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) throw new UnreadableInputException("not an address of the web");
        var fetched = Fetcher.FetchAsync(uri, Memory?.Recall(address)?.Validators, Cancellation).GetAwaiter().GetResult();
        if (fetched.IsUnchanged) yield break;
        void Remember() => Memory?.Remember(address, new Remembered(fetched.Validators, null));
        var opened = OpenedInput.Of(new MemoryStream(fetched.Content.ToArray(), writable: false), unpack: true);
        var inputs = opened.Kind switch
        {
            ContentKind.Article => [new Input(address, address, fetched.Content.Length, () => ArticleLoader.Load(fetched, address), Remember)],
            ContentKind.Feed => InFeed(TextDecoder.Decode(InputBytes.Read(opened.Content).Span, fetched.Charset), address, fetched.Address.AbsoluteUri, Remember, follow: true),
            _ => In(opened, address, address),
        };
        foreach (var input in inputs) yield return input;
    }

    private IEnumerable<Input> InFeed(string xml, string origin, string? address, Action? done, bool follow) =>
        new FeedInputs(follow ? Fetcher : null, address is null ? null : Memory, Cancellation).Of(Feed.Read(xml, address), origin, done);

    private static Input Whole(InputFile file) => new(file.Path, file.Id, Weight(file.Path), () =>
    {
        using var content = File.OpenRead(file.Path);
        return ArticleLoader.Load(content, file.Id);
    });

    // Packed text commonly unpacks to four times its size.
    private static long Weight(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? length * 4 : length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    // What goes wrong between two articles is an input of its own, so that the paths after it are still read.
    private static IEnumerable<Input> Guarded(string origin, string id, Func<IEnumerable<Input>> inputs)
    {
        IEnumerator<Input>? each = null;
        try
        {
            while (true)
            {
                Input? failure = null;
                try
                {
                    each ??= inputs().GetEnumerator();
                    if (!each.MoveNext()) yield break;
                }
                catch (InvalidDataException e)
                {
                    failure = Input.Unreadable(origin, id, $"it is damaged: {e.Message}");
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failure = new Input(origin, id, 0, () => throw e);
                }

                yield return failure ?? each!.Current;
                if (failure is not null) yield break;
            }
        }
        finally
        {
            each?.Dispose();
        }
    }
}
