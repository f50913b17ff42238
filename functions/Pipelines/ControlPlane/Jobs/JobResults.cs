using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Actions;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>Takes workers' and functions' answers to jobs. The first answer counts.</summary>
internal sealed class JobResults(JobFinder finder, OwnActions actions, JobOutputs outputs, IIds ids, TimeProvider time)
{
    /// <summary>Ends the action, or lets it go on with another job.</summary>
    /// <exception cref="ApiException">There is no such job for them, it is over, or the variables are not to be had so.</exception>
    public async Task SucceedAsync(JobSuccess success, CancellationToken cancellationToken)
    {
        OutputVariableRules.Check(success);
        var action = await finder.GetAsync(success.JobId, success.ClientToken, cancellationToken);
        var told = Note(success.Details);
        if (success.ContinuationToken is { } token)
        {
            var nextId = JobStarts.NewId(ids);
            await AnswerAsync(action, (seen, now) => JobMoves.Continue(seen, success.JobId, token, nextId, told, now), cancellationToken);
            return;
        }

        if (JobMoves.Obstacle(action, success.JobId) is { } obstacle)
        {
            await AnswerAsync(action, (seen, _) => new(seen, obstacle), cancellationToken);
        }

        await outputs.TakeRevisionAsync(action, success, cancellationToken);
        var result = await outputs.ResultAsync(action, success, cancellationToken);
        await AnswerAsync(action, (seen, now) => JobMoves.End(seen, success.JobId, result, told, now), cancellationToken);
    }

    /// <summary>Fails the action.</summary>
    /// <exception cref="ApiException">There is no such job for them, or it is over.</exception>
    public async Task FailAsync(JobFailure failure, CancellationToken cancellationToken)
    {
        var action = await finder.GetAsync(failure.JobId, failure.ClientToken, cancellationToken);
        var result = ActionResult.Failed("", failure.Details.Message, failure.Details.Type.ToString());
        var told = new ProgressNote(null, failure.Details.ExternalExecutionId, null);
        await AnswerAsync(action, (seen, now) => JobMoves.End(seen, failure.JobId, result, told, now), cancellationToken);
    }

    /// <summary>The action's own machine looks at it again, also if the job was over: who answered it may have died before that was told.</summary>
    private async Task AnswerAsync(OwnAction action, Func<OwnAction, DateTimeOffset, Decision<OwnAction, ApiException?>> decide, CancellationToken cancellationToken)
    {
        var (after, obstacle) = await actions.AnswerAsync(action.Id, seen => decide(seen, time.GetUtcNow()), cancellationToken);
        await actions.WakeAsync(after, cancellationToken);
        if (obstacle is not null)
        {
            throw obstacle;
        }
    }

    private static ProgressNote? Note(ExecutionDetails? details) => details is null ? null : new ProgressNote(details.Summary, details.ExternalExecutionId, details.PercentComplete);
}
