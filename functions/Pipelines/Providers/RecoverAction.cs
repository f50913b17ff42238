using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers;

/// <summary>Ends an action of Pipelines' own whose machine is gone, so that its pipeline does not wait for it until its time is over.</summary>
public sealed class RecoverAction
{
    private readonly OwnActionStore _store;
    private readonly OwnActions _actions;
    private readonly ILogger<RecoverAction> _log;

    internal RecoverAction(OwnActionStore store, OwnActions actions, ILogger<RecoverAction> log) => (_store, _actions, _log) = (store, actions, log);

    /// <summary>Safe to repeat; an execution that is no action's, and an action that has ended or goes on in a later execution, are left as they are.</summary>
    public async Task RecoverAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail is not { IsBroken: true } end || end.ReadInput<MachineInput>() is not { ActionExecutionId: { } id } || await _store.FindAsync(id, cancellationToken) is not { } action)
        {
            return;
        }

        if (MachineNames.Number(end.Name) >= action.Progress.Execution())
        {
            var error = end.Failure is { } failure ? $" {failure.Describe()}" : "";
            await _actions.EndAsync(id, action.Progress.WithoutMachine() ?? ActionResult.Failed("", $"The action's state machine ended {end.Status}.{error}"), cancellationToken);
            _log.LogWarning("The machine of the action {Action} ended {Status}", id, end.Status);
        }
    }

    private sealed record MachineInput(string? ActionExecutionId);
}
