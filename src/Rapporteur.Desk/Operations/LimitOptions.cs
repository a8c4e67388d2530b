namespace Rapporteur.Desk.Operations;

/// <summary>How much a desk that several share takes from each: a signed-in person, a key, or, before signing in, an address.</summary>
public sealed record LimitOptions
{
    /// <summary>Requests in a minute. As many may come at once.</summary>
    public int RequestsAMinute { get; set; } = 1200;

    /// <summary>Of these, requests that add articles; one may add many.</summary>
    public int AddingAMinute { get; set; } = 600;

    /// <summary>Tries to sign in from one address in a minute.</summary>
    public int SignInsAMinute { get; set; } = 30;

    /// <summary>Connections at once, all together.</summary>
    public int Connections { get; set; } = 1000;

    /// <summary>How long one request may take, in seconds.</summary>
    public int RequestSeconds { get; set; } = 300;

    /// <summary>How long the body of a request may take to arrive, in seconds; of a stream of articles, its next bytes.</summary>
    public int BodySeconds { get; set; } = 120;
}
