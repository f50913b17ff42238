using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Runs as they are shown.</summary>
internal static class ExecutionShapes
{
    private const int LongestSummary = 2000;

    public static PipelineExecution Execution(PipelineDeclaration pipeline, PipelineRun run) => new()
    {
        PipelineName = run.PipelineName,
        PipelineExecutionId = run.PipelineExecutionId,
        PipelineVersion = run.PipelineVersion,
        Status = run.Status,
        StatusSummary = run.Message,
        ArtifactRevisions = [.. run.SourceRevisions.SelectMany(revision => Revisions(pipeline, run, revision))],
        Variables = [.. run.Variables.Select(variable => new ResolvedPipelineVariable { Name = variable.Key, ResolvedValue = variable.Value })],
        Trigger = run.Trigger,
        ExecutionMode = run.Mode,
        ExecutionType = run.Type,
        RollbackMetadata = Rollback(run),
        Stages = [.. run.Stages.Select(Times)],
    };

    public static PipelineExecutionSummary Summary(PipelineRun run) => new()
    {
        PipelineExecutionId = run.PipelineExecutionId,
        Status = run.Status,
        StatusSummary = run.Message,
        StartTime = run.StartTime,
        LastUpdateTime = run.LastUpdateTime,
        SourceRevisions = [.. run.SourceRevisions.Select(revision => new SourceRevision { ActionName = revision.ActionName, RevisionId = NonEmpty(revision.RevisionId), RevisionSummary = Short(SummaryOf(run, revision)), RevisionUrl = SourceLinks.Revision(revision) })],
        Trigger = run.Trigger,
        StopTrigger = run.Stop is { } stop ? new StopExecutionTrigger { Reason = stop.Reason } : null,
        ExecutionMode = run.Mode,
        ExecutionType = run.Type,
        RollbackMetadata = Rollback(run),
    };

    public static string? Short(string? text) => string.IsNullOrEmpty(text) ? null : text.Length <= LongestSummary ? text : text[..LongestSummary] + "…";

    public static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>When the run came to a stage, entered it and left it: of a stage that was retried, since it was the last time.</summary>
    private static StageTimes Times(RunStage stage) => new()
    {
        StageName = stage.StageName,
        Status = stage.Status,
        ArrivedTime = stage.ArrivedAt,
        EnteredTime = stage.EnteredAt >= stage.ArrivedAt ? stage.EnteredAt : null,
        EndTime = stage.EndedAt >= stage.ArrivedAt ? stage.EndedAt : null,
        WaitedFor = stage.WaitedFor,
    };

    /// <summary>What the source's own action has said of it, if the source has not.</summary>
    private static string? SummaryOf(PipelineRun run, SourceCommit revision) =>
        revision.Summary ?? run.Stages.SelectMany(stage => stage.Current).FirstOrDefault(action => action.ActionName == revision.ActionName && action.Status == ActionExecutionStatus.Succeeded)?.Message;

    private static PipelineRollbackMetadata? Rollback(PipelineRun run) => run.Rollback is { } plan ? new PipelineRollbackMetadata { RollbackTargetPipelineExecutionId = plan.Target } : null;

    private static IEnumerable<ArtifactRevision> Revisions(PipelineDeclaration pipeline, PipelineRun run, SourceCommit revision) =>
        (pipeline.Sources().FirstOrDefault(source => source.Name == revision.ActionName)?.Outputs() ?? []).Select(artifact => new ArtifactRevision
        {
            Name = artifact,
            RevisionId = NonEmpty(revision.RevisionId),
            RevisionSummary = Short(SummaryOf(run, revision)),
            RevisionUrl = SourceLinks.Revision(revision),
            Created = run.StartTime,
        });
}
