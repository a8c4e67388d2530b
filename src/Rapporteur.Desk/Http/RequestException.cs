namespace Rapporteur.Desk.Http;

/// <summary>A request is refused; the problem says why.</summary>
internal sealed class RequestException(Problem problem, Exception? inner = null) : Exception(problem.Detail, inner)
{
    /// <summary>Why.</summary>
    public Problem Problem => problem;

    /// <summary>When to try again; null where that is of no use.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>There is nothing of that name.</summary>
    public static RequestException NotFound(string what) => new(Problem.Of(404, $"There is no {what}."));

    /// <summary>A field or parameter is wrong.</summary>
    public static RequestException BadField(string field, string detail) => new(Problem.Of(400, "bad-field", detail) with { Field = field });

    /// <summary>More is asked at once than is done at once.</summary>
    public static RequestException Busy() => new(Problem.Of(503, "There is too much to do at the moment: try again in a little while.")) { RetryAfter = TimeSpan.FromSeconds(2) };
}
