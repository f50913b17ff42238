using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>A stage of a pipeline as it stands.</summary>
internal sealed class StageStates(ActionStates actions)
{
    public async Task<StageState> OfAsync(StageDeclaration declared, StageLock stage, IReadOnlyDictionary<string, PipelineRun> runs, IReadOnlyList<PipelineRun> older, TypesOfPipeline types, CancellationToken cancellationToken)
    {
        var entered = Entered(declared, stage.Latest.Where(runs.ContainsKey).Select(id => runs[id]));
        var before = Entered(declared, older.Where(run => !stage.Latest.Contains(run.PipelineExecutionId)));
        var (run, latest) = entered.Count > 0 ? entered[0] : (null, null);
        var inbound = stage.Queue.Where(parked => runs.ContainsKey(parked.PipelineExecutionId)).Select(parked => Inbound(runs[parked.PipelineExecutionId])).ToList();
        var states = new List<ActionState>();
        foreach (var action in declared.Actions)
        {
            states.Add(await actions.OfAsync(action, [.. entered, .. before], types, cancellationToken));
        }

        return new StageState
        {
            StageName = declared.Name,
            InboundExecution = inbound.Count > 0 ? inbound[0] : null,
            InboundExecutions = inbound.Count > 0 ? inbound : null,
            InboundTransitionState = Transition(stage.Transition),
            ActionStates = states,
            LatestExecution = run is null || latest is null ? null : new StageExecution { PipelineExecutionId = run.PipelineExecutionId, Status = latest.Status!.Value, Type = run.Type },
            BeforeEntryConditionState = ConditionStates.Of(latest?.BeforeEntry),
            OnSuccessConditionState = ConditionStates.Of(latest?.OnSuccess),
            OnFailureConditionState = ConditionStates.Of(latest?.OnFailure),
            RetryStageMetadata = Retries(latest),
        };
    }

    private static List<(PipelineRun Run, RunStage Stage)> Entered(StageDeclaration declared, IEnumerable<PipelineRun> runs) =>
        [.. runs.Select(run => (Run: run, Stage: run.FindStage(declared.Name))).Where(found => found.Stage?.Status is not null).Select(found => (found.Run, found.Stage!))];

    private static StageExecution Inbound(PipelineRun run) => new() { PipelineExecutionId = run.PipelineExecutionId, Status = StageExecutionStatus.InProgress, Type = run.Type };

    private static TransitionState Transition(StageTransition? transition) => new()
    {
        Enabled = transition?.Enabled ?? true,
        DisabledReason = transition is { Enabled: false } ? transition.Reason : null,
        LastChangedAt = transition?.ChangedAt,
        LastChangedBy = transition?.ChangedBy,
    };

    private static RetryStageMetadata? Retries(RunStage? stage) => stage is null || stage.AutomaticRetries + stage.ManualRetries == 0 ? null : new RetryStageMetadata
    {
        AutoStageRetryAttempt = stage.AutomaticRetries > 0 ? stage.AutomaticRetries : null,
        ManualStageRetryAttempt = stage.ManualRetries > 0 ? stage.ManualRetries : null,
        LatestRetryTrigger = stage.LatestRetry,
    };
}
