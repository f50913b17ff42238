using Sluice.BuildContract;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runs;

/// <summary>Runs single commands one after the other, as they come, until the sandbox is stopped or its time is up. Each has a shell of its own, which begins in the source.</summary>
internal sealed class SandboxPhase(IShell shell, WorkspaceFolders folders, ICommandSource source, BuildLog log, TimeProvider time)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private readonly string _script = Path.Combine(folders.Control, "sandbox-command.sh");
    private readonly CapturedText _output = new(Path.Combine(folders.Shared, "sandbox-output"), log.Mask);
    private readonly CapturedText _errors = new(Path.Combine(folders.Shared, "sandbox-errors"), log.Mask);

    /// <summary>Ends by being cancelled alone.</summary>
    public async Task<PhaseOutcome> RunAsync(CancellationToken cancellationToken)
    {
        for (FinishedCommand? finished = null; ;)
        {
            var order = await TryExchangeAsync(finished, cancellationToken);
            if (order is { CommandExecutionId: { } id, Command: { } command })
            {
                finished = await RunAsync(id, command, cancellationToken);
                continue;
            }

            // A result that could not be handed in is handed in again.
            finished = order is null ? finished : null;
            await Task.Delay(_pause, time, cancellationToken);
        }
    }

    private async Task<SandboxOrder?> TryExchangeAsync(FinishedCommand? finished, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ExchangeAsync(finished, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<FinishedCommand> RunAsync(string id, string command, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_script, command.ReplaceLineEndings("\n") + "\n", cancellationToken);
        log.Begin(PhaseType.Build, command);
        var run = $"sh {ShellWords.Quoted(_script)} > {ShellWords.Quoted(_output.File)} 2> {ShellWords.Quoted(_errors.File)}; status=$?; cat {ShellWords.Quoted(_output.File)}; cat {ShellWords.Quoted(_errors.File)} >&2; exit $status";
        var status = await shell.RunAsync(run, succeeding: true, cancellationToken);
        return new FinishedCommand(id, status, await _output.TakeAsync(cancellationToken), await _errors.TakeAsync(cancellationToken));
    }
}
