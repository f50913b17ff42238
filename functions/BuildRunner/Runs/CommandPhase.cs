using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runs;

/// <summary>Runs a phase's commands up to the first that fails, and then its <c>finally</c> in any case, which can fail the phase too. A phase that may be tried again is, whole.</summary>
internal sealed class CommandPhase(PhaseType type, BuildspecPhase phase, IShell shell, BuildLog log)
{
    public async Task<PhaseOutcome> RunAsync(bool succeeding, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var (contexts, said, words) = await TryAsync(succeeding, cancellationToken);
            if (contexts.Count == 0)
            {
                return PhaseOutcome.Succeeded;
            }

            if (!phase.OnFailure.Repeats(failures, said))
            {
                return new PhaseOutcome(BuildStatus.Failed, contexts) { LastWords = words };
            }

            log.Status(type, $"{contexts[0].Message}\nRetrying the phase ({failures} of {phase.OnFailure.Retries})");
        }
    }

    private async Task<(IReadOnlyList<PhaseFault> Contexts, string Said, string LastWords)> TryAsync(bool succeeding, CancellationToken cancellationToken)
    {
        var (failure, said) = await RunAllAsync(phase.Commands, succeeding, cancellationToken);
        var (late, lateSaid) = await RunAllAsync(phase.Finally, succeeding && failure is null, cancellationToken);
        return ([.. new[] { failure, late }.OfType<PhaseFault>()], $"{failure?.Message}\n{said}\n{late?.Message}\n{lateSaid}", failure is null ? lateSaid : said);
    }

    /// <returns>What failed, and the last that the command said.</returns>
    private async Task<(PhaseFault? Failure, string Said)> RunAllAsync(IReadOnlyList<string> commands, bool succeeding, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            log.Begin(type, command);
            var status = await shell.RunAsync(command, succeeding, cancellationToken);
            if (status != 0)
            {
                return (new PhaseFault("COMMAND_EXECUTION_ERROR", $"Error while executing command: {command.TrimEnd()}. Reason: exit status {status}"), log.Tail);
            }
        }

        return (null, "");
    }
}
