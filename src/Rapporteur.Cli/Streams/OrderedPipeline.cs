namespace Rapporteur.Cli.Streams;

/// <summary>
/// Works on a stream of inputs with several threads and gives the results in the order of the inputs. Only a bounded number and
/// weight of inputs is under way at a time, so that a stream of any length needs the same memory.
/// </summary>
/// <param name="threads">How many threads work.</param>
/// <param name="work">What is done with each input, on any thread.</param>
/// <param name="weight">How much of <paramref name="heaviest"/> an input takes up until its result is written.</param>
/// <param name="heaviest">How much may be under way; an input that is heavier is worked on alone.</param>
internal sealed class OrderedPipeline<TInput, TResult>(
    int threads, Func<TInput, TResult> work, Func<TInput, long> weight, long heaviest = 64L << 20)
{
    private readonly object _gate = new();
    private readonly Queue<Job> _inOrder = new();
    private readonly Queue<Job> _toDo = new();
    private readonly int _longest = threads * 16;
    private long _underWay;
    private bool _allFed;
    private bool _stopped;
    private Exception? _sourceFailure;

    /// <summary>Works through <paramref name="source"/>. Called once, it returns when every result is written.</summary>
    /// <param name="source">The inputs, taken one at a time on a thread of their own.</param>
    /// <param name="write">Takes each result, in order, on the calling thread.</param>
    /// <param name="pause">Called before the calling thread waits: whoever reads the output should get what there is.</param>
    /// <param name="cancellation">Ends the run between two results.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What <paramref name="source"/>, the work or <paramref name="write"/> throw ends the run and is thrown here.</remarks>
    public void Run(IEnumerable<TInput> source, Action<TResult> write, Action pause, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(Stop);
        Start(() => Feed(source));
        for (var i = 0; i < threads; i++) Start(Work);
        try
        {
            while (true)
            {
                if (!TryTake(wait: false, out var job))
                {
                    pause();
                    if (!TryTake(wait: true, out job)) break;
                }

                write(job.Result());
                Release(job);
            }

            cancellation.ThrowIfCancellationRequested();
            if (_sourceFailure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_sourceFailure);
        }
        finally
        {
            Stop();
        }
    }

    // Background threads: one may be waiting for input that never comes when the run is cancelled.
    private static void Start(ThreadStart body) => new Thread(body) { IsBackground = true }.Start();

    private void Feed(IEnumerable<TInput> source)
    {
        try
        {
            foreach (var input in source)
            {
                var job = new Job(input, weight(input));
                lock (_gate)
                {
                    while (!_stopped && _inOrder.Count > 0 && (_inOrder.Count >= _longest || _underWay + job.Weight > heaviest))
                        Monitor.Wait(_gate);
                    if (_stopped) return;
                    _underWay += job.Weight;
                    _inOrder.Enqueue(job);
                    _toDo.Enqueue(job);
                    Monitor.PulseAll(_gate);
                }
            }
        }
        catch (Exception e)
        {
            _sourceFailure = e;
        }

        lock (_gate)
        {
            _allFed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work()
    {
        while (true)
        {
            Job? job;
            lock (_gate)
            {
                while (!_stopped && !_allFed && _toDo.Count == 0) Monitor.Wait(_gate);
                if (_stopped || !_toDo.TryDequeue(out job)) return;
            }

            job.Do(work);
            lock (_gate) Monitor.PulseAll(_gate);
        }
    }

    private bool TryTake(bool wait, out Job job)
    {
        lock (_gate)
        {
            while (true)
            {
                job = null!;
                if (_stopped) return false;
                if (_inOrder.TryPeek(out var first) && first.IsDone)
                {
                    job = first;
                    return true;
                }

                if ((first is null && _allFed) || !wait) return false;
                Monitor.Wait(_gate);
            }
        }
    }

    // Only now, with its result written, does an input make room for another.
    private void Release(Job job)
    {
        lock (_gate)
        {
            _inOrder.Dequeue();
            _underWay -= job.Weight;
            Monitor.PulseAll(_gate);
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Job(TInput input, long weight)
    {
        private TInput? _input = input;
        private TResult? _result;
        private Exception? _failure;
        private volatile bool _done;

        public long Weight => weight;

        public bool IsDone => _done;

        public void Do(Func<TInput, TResult> work)
        {
            try
            {
                _result = work(_input!);
            }
            catch (Exception e)
            {
                _failure = e;
            }

            _input = default;
            _done = true;
        }

        public TResult Result()
        {
            if (_failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
            return _result!;
        }
    }
}
