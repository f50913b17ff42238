using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Stages;

/// <summary>Starts the runs that make a stage again as an earlier run left it: with that run's revisions, artifacts and variables, by the stage as it is declared now.</summary>
internal sealed class Rollbacks(PipelineStore pipelines, PipelineRunStore runs, RunStarter starter)
{
    /// <summary>Starts what a failed run asks for; asked again, it is the same run.</summary>
    public async Task StartAskedAsync(PipelineRun failed, CancellationToken cancellationToken)
    {
        if (failed.AsksForRollback is not { } plan || await pipelines.FindAsync(failed.PipelineName, cancellationToken) is not { } stored)
        {
            return;
        }

        var target = await runs.FindAsync(failed.PipelineName, plan.Target, cancellationToken);
        if (target is null || RollbackFault.Of(stored.Value.Pipeline, plan, target.Value) is not null)
        {
            return;
        }

        var trigger = new ExecutionTrigger { TriggerType = TriggerType.AutomatedRollback, TriggerDetail = $"{{\"FailedPipelineExecutionId\":\"{failed.PipelineExecutionId}\"}}" };
        var token = ActionExecutionIds.OfRollback(failed.PipelineExecutionId, plan, failed.Step);
        await starter.StartAsync(Run(stored.Value.Pipeline, plan, target.Value, trigger, token, startedBy: null), cancellationToken);
    }

    /// <summary>Starts what a person asks for.</summary>
    /// <exception cref="UnableToRollbackStageException">The stage cannot be made as that run left it.</exception>
    /// <exception cref="PipelineExecutionOutdatedException">The stage has changed too much since.</exception>
    public async Task<string> StartAsync(PipelineDeclaration pipeline, RollbackPlan plan, string startedBy, CancellationToken cancellationToken)
    {
        var target = (await runs.GetAsync(pipeline.Name, plan.Target, cancellationToken)).Value;
        if (RollbackFault.Error(pipeline, plan, target) is { } error)
        {
            throw error;
        }

        var trigger = new ExecutionTrigger { TriggerType = TriggerType.ManualRollback, TriggerDetail = startedBy };
        return await starter.StartAsync(Run(pipeline, plan, target, trigger, token: null, startedBy), cancellationToken)
            ?? throw new UnableToRollbackStageException(plan.StageName, "the pipeline was changed meanwhile; ask again");
    }

    private static NewRun Run(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target, ExecutionTrigger trigger, string? token, string? startedBy) => new(pipeline, target.SourceRevisions, trigger)
    {
        Rollback = plan,
        InheritedArtifacts = RunArtifacts.Of(target),
        Variables = target.Variables,
        ClientRequestToken = token,
        StartedBy = startedBy,
    };
}
