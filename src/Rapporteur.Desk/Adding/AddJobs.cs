using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Rapporteur.Ingest;

namespace Rapporteur.Desk.Adding;

/// <summary>What is being added in the background, and what was added last. It is forgotten when the server closes; the articles stay.</summary>
internal sealed class AddJobs(IIntake intake, IHostApplicationLifetime lifetime) : IDisposable
{
    private const int MostAtOnce = 4, MostKept = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly Lock _lock = new();
    private readonly List<AddJob> _jobs = [];

    /// <summary>A job by its name.</summary>
    public AddJob? Find(string id)
    {
        lock (_lock) return _jobs.Find(job => job.Id == id);
    }

    /// <summary>Takes a place among those that may add at the same time; whoever has one may read what is to be added into memory.</summary>
    public bool TryTakePlace([NotNullWhen(true)] out Place? place)
    {
        place = _free.Wait(0) ? new Place(this) : null;
        return place is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    /// <summary>A place; given back when it is disposed of, or when the job that was started on it ends.</summary>
    internal sealed class Place(AddJobs jobs) : IDisposable
    {
        private bool _isTaken = true;

        /// <summary>Starts a job.</summary>
        /// <param name="subject">What is added, for people.</param>
        /// <param name="inputs">Finds it.</param>
        public AddJob Start(string subject, Func<CancellationToken, IEnumerable<Input>> inputs)
        {
            _isTaken = false;
            return jobs.Start(subject, inputs);
        }

        public void Dispose()
        {
            if (_isTaken) jobs._free.Release();
            _isTaken = false;
        }
    }

    private AddJob Start(string subject, Func<CancellationToken, IEnumerable<Input>> inputs)
    {
        var job = new AddJob(subject);
        lock (_lock)
        {
            if (_jobs.Count == MostKept)
            {
                var oldest = _jobs.First(old => old.Progress.State != AddState.Running);
                _jobs.Remove(oldest);
                oldest.Dispose();
            }

            _jobs.Add(job);
        }

        _ = Task.Run(async () =>
        {
            await job.Run(inputs, intake, Longest, lifetime.ApplicationStopping);
            _free.Release();
        });
        return job;
    }
}
