using System.Globalization;

namespace Rapporteur.Benchmarks.Queues;

/// <summary>Processor time of processes, in seconds, as /proc gives it (proc(5)).</summary>
internal static class Cpu
{
    private const double TicksASecond = 100;
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14; // fields behind the name

    /// <summary>Of one process.</summary>
    public static double Of(int id) => Fields(id) is { } fields ? Ticks(fields, User, System) / TicksASecond : 0;

    /// <summary>Of a process, those that it started, and those of them that have ended.</summary>
    public static double OfFamily(int id)
    {
        var ticks = Fields(id) is { } fields ? Ticks(fields, User, System, ChildrenUser, ChildrenSystem) : 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var child) && Fields(child) is { } its && its[Parent] == id.ToString(CultureInfo.InvariantCulture))
                ticks += Ticks(its, User, System);
        return ticks / TicksASecond;
    }

    private static double Ticks(string[] fields, params int[] which) => which.Sum(field => double.Parse(fields[field], CultureInfo.InvariantCulture));

    private static string[]? Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has ended
        }
    }
}
