using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>Takes what people say to approvals.</summary>
internal sealed class ApprovalResults(PipelineStore pipelines, PipelineRunStore runs, OwnActionStore store, OwnActions actions, TimeProvider time)
{
    /// <returns>When it was taken.</returns>
    /// <exception cref="ApiException">There is no such approval, it has ended, or the person may not speak.</exception>
    public async Task<DateTimeOffset> TakeAsync(PutApprovalResultInput input, string by, CancellationToken cancellationToken)
    {
        await CheckPlaceAsync(input, cancellationToken);
        var waiting = await store.FindAsync(input.Token, cancellationToken);
        if (waiting is not { Progress: ApprovalProgress } || !IsOf(waiting, input))
        {
            throw new InvalidApprovalTokenException(input.ActionName);
        }

        var run = (await runs.FindAsync(input.PipelineName, waiting.Request.PipelineExecutionId, cancellationToken))?.Value;
        if (run?.FindStage(input.StageName)?.Running.Any(action => action.ActionExecutionId == input.Token) != true)
        {
            throw new ApprovalAlreadyCompletedException(input.ActionName);
        }

        var vote = new ApprovalVote(by, input.Result.Status, input.Result.Summary, time.GetUtcNow());
        await actions.ChangeAsync(input.Token, seen => ApprovalDecision.Decide(seen, (ApprovalProgress)seen.Progress, vote, run.StartedBy), cancellationToken);
        return vote.Time;
    }

    private async Task CheckPlaceAsync(PutApprovalResultInput input, CancellationToken cancellationToken)
    {
        var stored = await pipelines.FindAsync(input.PipelineName, cancellationToken) ?? throw new PipelineNotFoundException(input.PipelineName);
        var stage = stored.Value.Pipeline.Stages.FirstOrDefault(stage => stage.Name == input.StageName) ?? throw new StageNotFoundException(input.PipelineName, input.StageName);
        if (stage.Actions.All(action => action.Name != input.ActionName))
        {
            throw new ActionNotFoundException(input.StageName, input.ActionName);
        }
    }

    private static bool IsOf(OwnAction action, PutApprovalResultInput input) =>
        (action.Request.PipelineName, action.Request.StageName, action.Request.ActionName) == (input.PipelineName, input.StageName, input.ActionName);
}
