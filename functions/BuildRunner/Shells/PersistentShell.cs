using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.Platform.Ids;

namespace Sluice.BuildRunner.Shells;

/// <summary>Version 0.2: one shell for all commands of a build. If a command ends it, or another user is to run the next, the next begins where it stood.</summary>
internal sealed class PersistentShell(IProcesses processes, TimeProvider time, IIds ids, ShellSettings settings, Func<CommandOutput> log) : IShell
{
    private readonly string _state = Path.Combine(settings.Folders.Shared, "state.sh");
    private ShellSession? _session;
    private ShellUser? _user;
    private bool _isAnother;
    private int _commands;

    public async Task UseAsync(ShellUser? user, CancellationToken cancellationToken)
    {
        if (user == _user)
        {
            return;
        }

        if (_session is { } session)
        {
            await session.EndAsync(cancellationToken);
            session.Dispose();
            _session = null;
        }

        (_user, _isAnother) = (user, true);
        await settings.Place.HandOverAsync(user, cancellationToken);
    }

    public async Task<int> RunAsync(string command, bool succeeding, CancellationToken cancellationToken)
    {
        if (_session is null or { HasEnded: true })
        {
            _session?.Dispose();
            _session = new ShellSession(processes, time, settings, ids.Secret(), _state, _user, _isAnother, log());
            _isAnother = false;
        }

        var file = await CommandFile.WriteAsync(settings, ++_commands, command, cancellationToken);
        return await _session.RunAsync(file, succeeding, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _session?.Dispose();
        return ValueTask.CompletedTask;
    }
}
