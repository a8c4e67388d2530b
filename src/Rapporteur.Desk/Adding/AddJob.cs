using System.Collections.Immutable;
using System.Security.Cryptography;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Http;
using Rapporteur.Ingest;

namespace Rapporteur.Desk.Adding;

/// <summary>Something that takes longer to add than a request may last: files, or what stands at an address.</summary>
internal sealed class AddJob(string subject) : IDisposable
{
    private const int MostNamed = 200;

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private AddProgress _progress = new([], [], 0, 0, 0, 0, AddState.Running);

    /// <summary>Its name in addresses, which nobody can guess.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is added, for people.</summary>
    public string Subject => subject;

    /// <summary>How far it is.</summary>
    public AddProgress Progress
    {
        get { lock (_lock) return _progress; }
    }

    /// <summary>Ends it. What was added stays.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <summary>Adds everything; what cannot be read is noted, and the rest is added.</summary>
    /// <param name="inputs">Finds what is to be added, given what ends the wait for it.</param>
    /// <param name="intake">Takes it.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="closing">Ends it because the server closes.</param>
    public async Task Run(Func<CancellationToken, IEnumerable<Input>> inputs, IIntake intake, TimeSpan longest, CancellationToken closing)
    {
        using var time = new CancellationTokenSource(longest);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, time.Token, closing);
        var state = AddState.Finished;
        try
        {
            await Parallel.ForEachAsync(inputs(any.Token), new ParallelOptions { MaxDegreeOfParallelism = intake.AtOnce, CancellationToken = any.Token }, async (input, cancellation) =>
            {
                try
                {
                    var article = input.Load();
                    var outcome = await intake.Add(article, Timeout.InfiniteTimeSpan, cancellation);
                    Note(progress => progress.With(outcome!.Value, article.Title ?? article.Id ?? input.Origin));
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Note(progress => progress.With($"{input.Origin}: {Describe(e)}"));
                }
            });
        }
        catch (OperationCanceledException)
        {
            state = time.IsCancellationRequested ? AddState.TookTooLong : AddState.Stopped;
        }
        catch (Exception e)
        {
            Note(progress => progress.With($"{subject}: {Describe(e)}"));
        }

        Note(progress => progress with { State = state });
    }

    private void Note(Func<AddProgress, AddProgress> change)
    {
        lock (_lock) _progress = change(_progress);
    }

    // Nothing of the server's inside: what failed for another reason than the input is not for those who sent it.
    private static string Describe(Exception problem) => problem switch
    {
        UnreadableInputException => problem.Message,
        InvalidDataException => "it is damaged",
        ArchiveException => "it cannot be written at the moment",
        RequestException => "there was too much to do at that moment",
        _ => "it could not be read",
    };

    /// <summary>An article that was added.</summary>
    /// <param name="Article">Its number.</param>
    /// <param name="Title">What it is called.</param>
    internal sealed record Added(long Article, string Title);

    /// <summary>How far a job is.</summary>
    /// <param name="Articles">The first articles that were added or were there.</param>
    /// <param name="Problems">The first things that could not be added, and why.</param>
    /// <param name="New">How many articles are new.</param>
    /// <param name="Versions">How many are new versions.</param>
    /// <param name="Known">How many were there already.</param>
    /// <param name="Failed">How many could not be added.</param>
    /// <param name="State">Whether it goes on, or how it ended.</param>
    internal sealed record AddProgress(
        ImmutableList<Added> Articles, ImmutableList<string> Problems, int New, int Versions, int Known, int Failed, AddState State)
    {
        public AddProgress With(AddOutcome outcome, string title) => this with
        {
            New = New + (outcome.As == AddedAs.New ? 1 : 0),
            Versions = Versions + (outcome.As == AddedAs.NewVersion ? 1 : 0),
            Known = Known + (outcome.As == AddedAs.Known ? 1 : 0),
            Articles = Articles.Count < MostNamed ? Articles.Add(new Added(outcome.Article, title)) : Articles,
        };

        public AddProgress With(string problem) => this with
        {
            Failed = Failed + 1,
            Problems = Problems.Count < MostNamed ? Problems.Add(problem) : Problems,
        };

        /// <summary>The article, where it is done and was about that one alone.</summary>
        public long? OnlyArticle => State == AddState.Finished && Failed == 0 && New + Versions + Known == 1 ? Articles[0].Article : null;
    }
}

/// <summary>Whether a job goes on, or how it ended.</summary>
internal enum AddState
{
    Running,
    Finished,
    Stopped,
    TookTooLong,
}
