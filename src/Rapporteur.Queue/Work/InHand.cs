namespace Rapporteur.Queue.Work;

/// <summary>The messages that this worker has. There are never more than it may have, in number and in bytes.</summary>
/// <param name="most">How many.</param>
/// <param name="mostBytes">How many bytes, as they came.</param>
internal sealed class InHand(int most, long mostBytes)
{
    private readonly HashSet<Delivery> _deliveries = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _bytes;

    public int Count
    {
        get { lock (_lock) return _deliveries.Count; }
    }

    /// <summary>All of them, as they are now.</summary>
    public IReadOnlyList<Delivery> All
    {
        get { lock (_lock) return [.. _deliveries]; }
    }

    public void Add(Delivery delivery)
    {
        lock (_lock)
        {
            _deliveries.Add(delivery);
            _bytes += delivery.Size;
        }
    }

    public void Remove(Delivery delivery)
    {
        lock (_lock)
        {
            if (!_deliveries.Remove(delivery)) return;
            _bytes -= delivery.Size;
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>How many more may be taken, each of at most so many bytes; waits until that is worth asking for.</summary>
    public async Task<int> RoomAsync(int largest, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                var room = (int)Math.Min(most - _deliveries.Count, (mostBytes - _bytes) / largest);
                if (room >= Math.Max(1, most / 8) || _deliveries.Count == 0) return Math.Max(1, room);
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Waits until there are none.</summary>
    public async Task EmptyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_deliveries.Count == 0) return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }
}
