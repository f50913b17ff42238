using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;
using Sluice.Platform.Ids;

namespace Sluice.BuildRunner.Shells;

/// <summary>Version 0.1: each command has a shell of its own, which begins in the source with the build's variables.</summary>
internal sealed class SeparateShells(IProcesses processes, TimeProvider time, IIds ids, ShellSettings settings, Func<CommandOutput> log) : IShell
{
    private readonly List<ShellSession> _sessions = [];
    private ShellUser? _user;

    public Task UseAsync(ShellUser? user, CancellationToken cancellationToken)
    {
        var isAnother = user != _user;
        _user = user;
        return isAnother ? settings.Place.HandOverAsync(user, cancellationToken) : Task.CompletedTask;
    }

    public async Task<int> RunAsync(string command, bool succeeding, CancellationToken cancellationToken)
    {
        var state = Path.Combine(settings.Folders.Shared, $"state-{_sessions.Count + 1}.sh");
        var session = new ShellSession(processes, time, settings, ids.Secret(), state, _user, isAnother: _user is not null, log());
        _sessions.Add(session);
        var file = await CommandFile.WriteAsync(settings, _sessions.Count, command, cancellationToken);
        var status = await session.RunAsync(file, succeeding, cancellationToken);

        // What the command left running stays; its shell need not wait for it.
        await session.EndAsync(cancellationToken);
        return status;
    }

    public ValueTask DisposeAsync()
    {
        _sessions.ForEach(session => session.Dispose());
        return ValueTask.CompletedTask;
    }
}
