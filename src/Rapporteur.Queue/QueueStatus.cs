using System.Collections.Immutable;

namespace Rapporteur.Queue;

/// <summary>How the queue stands at one moment. Ages are differences of the broker's own times: no clock of another machine is asked.</summary>
/// <param name="Waiting">Messages that no worker has.</param>
/// <param name="InHand">Messages that workers have and have not finished.</param>
/// <param name="Bytes">What all of them take up at the broker.</param>
/// <param name="OldestSeconds">How long the oldest has waited; null where there is none.</param>
/// <param name="Parked">Messages that could not be read.</param>
/// <param name="IsPaused">Whether workers take nothing more.</param>
/// <param name="Workers">The workers that were heard of within some seconds.</param>
public sealed record QueueStatus(
    long Waiting, long InHand, long Bytes, double? OldestSeconds, long Parked, bool IsPaused, ImmutableArray<WorkerReport> Workers);

/// <summary>What a worker says of itself every few seconds.</summary>
/// <param name="Name">Its name, another for every process.</param>
/// <param name="Host">The machine.</param>
/// <param name="Process">The process's number there.</param>
/// <param name="Model">The reader's model.</param>
/// <param name="Threads">How many articles it reads at a time.</param>
/// <param name="InHand">Messages that it has and has not finished.</param>
/// <param name="Stored">Articles stored, or found to be there, since it began.</param>
/// <param name="Failed">Readings that failed since it began.</param>
/// <param name="Parked">Messages parked since it began.</param>
/// <param name="Rate">Articles stored a second, over the last half minute.</param>
/// <param name="Memory">Bytes of memory that it has.</param>
/// <param name="RunningSeconds">For how long it has run, by its own clock's count of seconds.</param>
/// <param name="State">What it is doing: <c>working</c>, <c>idle</c>, <c>paused</c>, <c>waiting for the archive</c>, ...</param>
public sealed record WorkerReport(
    string Name, string Host, int Process, string Model, int Threads, int InHand, long Stored, long Failed, long Parked, double Rate, long Memory, double RunningSeconds,
    string State);

/// <summary>A message that could not be read.</summary>
/// <param name="Id">Its number among the parked.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Kind">What it asks for: <c>article</c>, <c>pages</c>, <c>version</c>.</param>
/// <param name="Error">Why it could not be read.</param>
/// <param name="Attempts">How often it was handed out.</param>
/// <param name="Worker">Who parked it.</param>
/// <param name="Time">When, by the broker's clock.</param>
public sealed record ParkedMessage(ulong Id, string Subject, string Kind, string Error, long Attempts, string Worker, DateTimeOffset Time);
