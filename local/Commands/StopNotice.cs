namespace Sluice.Local.Commands;

/// <summary>
/// Says once that a command stops: as soon as that is asked for, and at the latest before the command ends. A registration alone may never have its turn: whatever else waits for the same token can go on first, and
/// end the command by which the registration is taken back.
/// </summary>
internal sealed class StopNotice : IAsyncDisposable
{
    private readonly Action _tell;
    private readonly CancellationToken _asked;
    private readonly CancellationTokenRegistration _registration;
    private int _isTold;

    /// <param name="tell">Tells the user.</param>
    /// <param name="asked">Cancelled when the command is to stop.</param>
    public StopNotice(Action tell, CancellationToken asked)
    {
        (_tell, _asked) = (tell, asked);
        _registration = asked.Register(Tell);
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync();
        if (_asked.IsCancellationRequested)
        {
            Tell();
        }
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            _tell();
        }
    }
}
