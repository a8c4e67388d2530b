namespace Rapporteur.Ingest;

/// <summary>One article to read, not yet taken apart; or the reason why there is none.</summary>
public sealed class Input
{
    private readonly Func<Article> _load;
    private readonly Action? _acknowledge;

    internal Input(string origin, string id, long weight, Func<Article> load, Action? acknowledge = null)
    {
        Origin = origin;
        Id = id;
        Weight = weight;
        _load = load;
        _acknowledge = acknowledge;
    }

    /// <summary>Where it comes from, for messages: a path, or a path and the place in it.</summary>
    public string Origin { get; }

    /// <summary>The article's id, as far as it is known before it is loaded.</summary>
    public string Id { get; }

    /// <summary>About how many bytes it takes up.</summary>
    public long Weight { get; }

    /// <summary>Takes the article out of what was found. Called once, on any thread; it may wait for a server.</summary>
    /// <exception cref="UnreadableInputException">There is no article; the message says why in one line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public Article Load() => _load();

    /// <summary>Says that the article is safely kept: what came from a server need not be fetched again.</summary>
    public void Acknowledge() => _acknowledge?.Invoke();

    /// <summary>An article that is at hand.</summary>
    public static Input Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Input(article.Url ?? article.Title ?? article.Id ?? "", article.Id ?? "", article.Text.Length, () => article);
    }

    /// <summary>An input that cannot be read.</summary>
    internal static Input Unreadable(string origin, string id, string problem) =>
        new(origin, id, 0, () => throw new UnreadableInputException(problem));
}
