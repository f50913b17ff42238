using Sluice.Pipelines.Model;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Reporting;

/// <summary>A run's status beside a commit that it releases.</summary>
internal static class RunStatuses
{
    public static CommitStatus Of(PipelineRun run, SourceCommit revision)
    {
        var (state, how) = run.Status switch
        {
            PipelineExecutionStatus.InProgress => (CommitState.Pending, "is in progress"),
            PipelineExecutionStatus.Stopping => (CommitState.Pending, "is being stopped"),
            PipelineExecutionStatus.Succeeded => (CommitState.Success, "succeeded"),
            PipelineExecutionStatus.Failed => (CommitState.Failure, "failed"),
            PipelineExecutionStatus.Superseded => (CommitState.Error, "was superseded by a newer one"),
            _ => (CommitState.Error, "was stopped"),
        };
        return new CommitStatus(revision.RevisionId, state, $"sluice/{run.PipelineName}", $"The run {run.PipelineExecutionId} {how}.");
    }
}
