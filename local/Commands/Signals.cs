using System.Runtime.InteropServices;

namespace Sluice.Local.Commands;

/// <summary>SIGINT and SIGTERM: the first one asks the command to end in its own way, a second one ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action<string> _tell;

    /// <param name="tell">Tells the user.</param>
    public Signals(Action<string> tell)
    {
        _tell = tell;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _asked.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_asked.IsCancellationRequested)
        {
            _tell("Quit at once. What is recorded in the data folder goes on when a command is started with it.");
            Environment.Exit(ExitCodes.Interrupted);
        }

        context.Cancel = true;
        _ = _asked.CancelAsync();
    }
}
