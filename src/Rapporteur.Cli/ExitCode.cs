namespace Rapporteur.Cli;

/// <summary>What the command tells its caller when it ends.</summary>
internal static class ExitCode
{
    /// <summary>Everything was read.</summary>
    public const int Done = 0;

    /// <summary>Some input could not be read, or the output not be written; the rest was.</summary>
    public const int SomeFailed = 1;

    /// <summary>Everything was read, and some of what was checked does not hold.</summary>
    public const int DoesNotHold = 1;

    /// <summary>The command line is wrong: nothing was read.</summary>
    public const int WrongUsage = 2;
}
