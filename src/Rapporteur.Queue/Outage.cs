namespace Rapporteur.Queue;

/// <summary>Waits, a little longer each time, while something is away that comes back; says so once, and once that it is back.</summary>
/// <param name="say">Tells people.</param>
/// <param name="back">What to say when it is over.</param>
public sealed class Outage(Action<string> say, string back)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250), Longest = TimeSpan.FromSeconds(15);
    private readonly Lock _lock = new();
    private string? _said;
    private TimeSpan _pause = First;

    /// <summary>Whether it lasts.</summary>
    public bool Lasts
    {
        get { lock (_lock) return _said is not null; }
    }

    /// <summary>It was tried and failed: how long to wait before the next time.</summary>
    public TimeSpan Failed(string problem)
    {
        lock (_lock)
        {
            if (_said != problem) say(problem + "; trying again until it works");
            _said = problem;
            var pause = _pause;
            _pause = _pause * 2 > Longest ? Longest : _pause * 2;
            return pause;
        }
    }

    /// <summary>It was tried and worked.</summary>
    public void Over()
    {
        lock (_lock)
        {
            if (_said is null) return;
            _said = null;
            _pause = First;
        }

        say(back);
    }
}
