namespace Sluice.Pipelines.Sources;

/// <summary>The way to one host.</summary>
internal sealed class HostGate(string host, TimeProvider time, PollPace pace) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _gate = new();
    private int _failures;
    private long _closedAt;
    private TimeSpan _closedFor;
    private string _because = "";

    /// <summary>Asks the host, when there is a place and it is not left alone.</summary>
    /// <exception cref="SourceUnavailableException">It is left alone now; or what <paramref name="ask"/> found.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, bool evenIfClosed, CancellationToken cancellationToken)
    {
        ThrowIfClosed(evenIfClosed);
        await _places.WaitAsync(cancellationToken);
        try
        {
            // Who had the place before may have found the host unwell.
            ThrowIfClosed(evenIfClosed);
            var answer = await ask();
            Open();
            return answer;
        }
        catch (HostFaultException fault)
        {
            throw Close(fault);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private void ThrowIfClosed(bool evenIfClosed)
    {
        lock (_gate)
        {
            var left = _closedFor - time.GetElapsedTime(_closedAt);
            if (!evenIfClosed && _failures > 0 && left > TimeSpan.Zero)
            {
                throw new SourceUnavailableException($"The host {host} is left alone for a while: {_because}") { RetryAfter = left, IsOfHost = true };
            }
        }
    }

    private void Open()
    {
        lock (_gate)
        {
            _failures = 0;
        }
    }

    private SourceUnavailableException Close(HostFaultException fault)
    {
        lock (_gate)
        {
            _failures++;
            _closedAt = time.GetTimestamp();
            _closedFor = pace.Next($"https://{host}", _failures, fault.RetryAfter);
            _because = fault.Message;
            return new SourceUnavailableException(fault.Message) { RetryAfter = _closedFor };
        }
    }
}
