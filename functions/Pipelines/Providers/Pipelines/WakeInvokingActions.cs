namespace Sluice.Pipelines.Providers.Pipelines;

/// <summary>Has the actions look at a run again that they started and that has ended.</summary>
public sealed class WakeInvokingActions
{
    private readonly RunWatches _watches;
    private readonly OwnActions _actions;

    internal WakeInvokingActions(RunWatches watches, OwnActions actions) => (_watches, _actions) = (watches, actions);

    /// <summary>Safe to repeat: what is told is only that it is worth a look.</summary>
    public async Task RunAsync(RunEnded happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail?.PipelineExecutionId is not { Length: > 0 } run)
        {
            return;
        }

        foreach (var id in await _watches.OfRunAsync(run, cancellationToken))
        {
            await _actions.NudgeAsync(id, $"the execution {run} has changed", cancellationToken);
        }
    }
}
