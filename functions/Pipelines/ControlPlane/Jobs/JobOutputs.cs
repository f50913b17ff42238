using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>What a worker has made: its artifacts, which it has put where they are to be, and the revision that a source's worker has found.</summary>
internal sealed class JobOutputs(ActionArtifacts artifacts, PipelineRunStore runs)
{
    /// <summary>The action's result. One that was not put is no artifact; one that must not be unpacked fails the action.</summary>
    public async Task<ActionResult> ResultAsync(OwnAction action, JobSuccess success, CancellationToken cancellationToken)
    {
        try
        {
            return new ActionResult(ActionStatus.Succeeded, "", null, success.Details?.Summary, await ArtifactsAsync(action, cancellationToken))
            {
                OutputVariables = success.OutputVariables is { Count: > 0 } variables ? variables : null,
            };
        }
        catch (ArtifactException e)
        {
            return ActionResult.Failed("", e.Message);
        }
    }

    /// <summary>A source's revision is the run's. Safe to repeat.</summary>
    public async Task TakeRevisionAsync(OwnAction action, JobSuccess success, CancellationToken cancellationToken)
    {
        var request = action.Request;
        if (success.CurrentRevision is { } revision && request.Category == nameof(ActionCategory.Source))
        {
            var taken = new SourceCommit(request.ActionName, "", "", revision.Revision) { Summary = revision.RevisionSummary };
            await runs.ChangeAsync(request.PipelineName, request.PipelineExecutionId, turn => turn.Run.SourceRevisions.Contains(taken) ? turn : turn.With(With(turn.Run, taken)), cancellationToken);
        }
    }

    private static PipelineRun With(PipelineRun run, SourceCommit taken) =>
        run with { SourceRevisions = [.. run.SourceRevisions.Where(there => there.ActionName != taken.ActionName), taken] };

    private async Task<IReadOnlyDictionary<string, ObjectRef>> ArtifactsAsync(OwnAction action, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, ObjectRef>(StringComparer.Ordinal);
        foreach (var name in action.Request.OutputArtifacts)
        {
            if (await artifacts.AdoptAsync(((JobProgress)action.Progress).Bucket, action.Request, name, cancellationToken) is { } artifact)
            {
                made[name] = artifact;
            }
        }

        return made;
    }
}
