using System.Diagnostics;
using System.Globalization;

namespace Rapporteur.Cli.Streams;

/// <summary>A line on the screen that says how far a long run has come; it goes away when the run ends.</summary>
internal sealed class Progress(Terminal terminal)
{
    private const int FirstAfter = 500, Every = 200;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _next = FirstAfter;
    private long _count;
    private long _failed;
    private bool _shown;

    /// <summary>Counts one article.</summary>
    public void Add(bool failed)
    {
        _count++;
        if (failed) _failed++;
        if (!terminal.ShowsProgress || _clock.ElapsedMilliseconds < _next) return;
        _next = _clock.ElapsedMilliseconds + Every;
        var line = string.Create(CultureInfo.InvariantCulture, $"{_count:N0} articles, {_count / _clock.Elapsed.TotalSeconds:N0} a second");
        if (_failed > 0) line += string.Create(CultureInfo.InvariantCulture, $", {_failed:N0} not read");
        terminal.Error.Write("\r\e[K" + line);
        terminal.Error.Flush();
        _shown = true;
    }

    /// <summary>Takes the line off the screen, so that something else can be written there.</summary>
    public void Clear()
    {
        if (!_shown) return;
        terminal.Error.Write("\r\e[K");
        _shown = false;
    }
}
