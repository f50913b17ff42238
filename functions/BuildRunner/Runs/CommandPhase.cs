using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runs;

/// <summary>Runs a phase's commands up to the first that fails, and then its <c>finally</c> in any case, which can fail the phase too.</summary>
internal sealed class CommandPhase(PhaseType type, BuildspecPhase phase, IShell shell, BuildLog log)
{
    public async Task<PhaseOutcome> RunAsync(bool succeeding, CancellationToken cancellationToken)
    {
        var failure = await RunAllAsync(phase.Commands, succeeding, cancellationToken);
        var late = await RunAllAsync(phase.Finally, succeeding && failure is null, cancellationToken);
        IReadOnlyList<PhaseFault> contexts = [.. new[] { failure, late }.OfType<PhaseFault>()];
        return contexts.Count == 0 ? PhaseOutcome.Succeeded : new PhaseOutcome(BuildStatus.Failed, contexts);
    }

    private async Task<PhaseFault?> RunAllAsync(IReadOnlyList<string> commands, bool succeeding, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            log.Status(type, $"Running command: {command.TrimEnd()}");
            var status = await shell.RunAsync(command, succeeding, cancellationToken);
            if (status != 0)
            {
                return new PhaseFault("COMMAND_EXECUTION_ERROR", $"Error while executing command: {command.TrimEnd()}. Reason: exit status {status}");
            }
        }

        return null;
    }
}
