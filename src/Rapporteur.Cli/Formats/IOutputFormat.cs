namespace Rapporteur.Cli.Formats;

/// <summary>A way to write a run's results: a start, the results one after another, an end.</summary>
/// <typeparam name="T">What a result is: a reading, or an article.</typeparam>
internal interface IOutputFormat<in T>
{
    /// <summary>What stands before the first result.</summary>
    string Start { get; }

    /// <summary>What stands between two results.</summary>
    string Between { get; }

    /// <summary>One result. Called on any thread, for several results at a time.</summary>
    ReadOnlyMemory<byte> Render(T result);

    /// <summary>What stands after the last result. Called once, after all have been rendered.</summary>
    string End();
}
