using Sluice.Packages.Contents;

namespace Sluice.Packages.Upstreams;

/// <summary>
/// A file that is read while it is written, by any number of readers. A reader gets its last bytes only when all was found to be good: one that reads to the end without an exception has what it should be.
/// </summary>
internal sealed class GrowingFile : IDisposable
{
    private readonly FileStream _file = Scratch.Open();
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = NewSignal();
    private long _written;
    private bool _isGood;
    private Exception? _fault;
    private int _users = 1;

    /// <summary>Who fills it; whatever becomes of that is told by <see cref="Done"/> or <see cref="Failed"/>.</summary>
    public Task Filling { get; set; } = Task.CompletedTask;

    /// <summary>Adds to its end. There is one writer.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(_file.SafeFileHandle, bytes, _written, cancellationToken);
        Change(() => _written += bytes.Length);
    }

    /// <summary>All that was written, for the writer; disposed of with this.</summary>
    public Stream Whole()
    {
        _file.Position = 0;
        return _file;
    }

    /// <summary>All is there, and good.</summary>
    public void Done() => Change(() => _isGood = true);

    /// <summary>It will not become anything.</summary>
    public void Failed(Exception fault) => Change(() => _fault = fault);

    /// <summary>A reader from the beginning; null if the file is gone already.</summary>
    public Stream? Open()
    {
        lock (_gate)
        {
            if (_users == 0)
            {
                return null;
            }

            _users++;
            return new GrowingFileReader(this);
        }
    }

    /// <summary>One user less; the last one ends the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (--_users > 0)
            {
                return;
            }
        }

        _file.Dispose();
    }

    /// <summary>Reads at a place as soon as there is something; zero at the end.</summary>
    internal async ValueTask<int> ReadAsync(long at, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            long there;
            lock (_gate)
            {
                if (_fault is not null)
                {
                    throw new IOException("The content was not received whole, or is not what it should be.", _fault);
                }

                there = (_isGood ? _written : _written - 1) - at;
                if (there <= 0 && _isGood)
                {
                    return 0;
                }

                more = _more.Task;
            }

            if (there > 0)
            {
                return await RandomAccess.ReadAsync(_file.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, there)], at, cancellationToken);
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource raised;
        lock (_gate)
        {
            change();
            (raised, _more) = (_more, NewSignal());
        }

        raised.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
