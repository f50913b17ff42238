using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What a deploy action deploys to: the one deployment that it is, whose own targets its service shows.</summary>
internal sealed class DeployTargets(PipelineStore pipelines, PipelineRunStore runs)
{
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    /// <exception cref="ActionExecutionNotFoundException">There is no such execution, or it is of no deploy action.</exception>
    public async Task<IReadOnlyList<DeployActionExecutionTarget>> OfAsync(string? pipeline, string actionExecutionId, CancellationToken cancellationToken)
    {
        if (pipeline is null)
        {
            throw InvalidRequest.Of("The pipeline's name was expected: an execution of an action is found by it.");
        }

        _ = await pipelines.FindAsync(pipeline, cancellationToken) ?? throw new PipelineNotFoundException(pipeline);
        string? token = null;
        do
        {
            (var page, token) = await runs.ListAsync(pipeline, token, limit: 20, cancellationToken);
            foreach (var (run, stage, action) in page.SelectMany(run => run.Stages.SelectMany(stage => stage.Actions.Select(action => (run, stage, action)))).Where(found => found.action.ActionExecutionId == actionExecutionId))
            {
                var type = (await pipelines.GetVersionAsync(pipeline, run.PipelineVersion, cancellationToken)).Stage(stage.StageName).Action(action.ActionName).ActionTypeId;
                return type.Category == ActionCategory.Deploy ? [Target(type, action)] : throw new ActionExecutionNotFoundException(actionExecutionId);
            }
        }
        while (token is not null);
        throw new ActionExecutionNotFoundException(actionExecutionId);
    }

    private static DeployActionExecutionTarget Target(ActionTypeId type, RunAction action) => new()
    {
        TargetId = action.ExternalExecutionId ?? action.ActionExecutionId,
        TargetType = type.Provider,
        Status = action.Status.ToString(),
        StartTime = action.StartTime,
        EndTime = action.Status == ActionExecutionStatus.InProgress ? null : action.LastUpdateTime,
        Events = [],
    };
}
