using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Makes, changes or deletes a stack: looks what there is, makes the one call that follows, and waits for its end.</summary>
internal sealed class StackWork(StackDocuments documents, StackEnds ends)
{
    public async Task<Move> NextAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken) => (progress.Phase, seen.Call) switch
    {
        (StackPhase.Look, null) => StackCalls.Describe(action.Request, progress),
        (StackPhase.Look, "DescribeStacks") => await BeginAsync(action, progress, seen, cancellationToken),
        (StackPhase.Clear, _) => await ClearAsync(action, progress, seen, cancellationToken),
        _ => await WorkAsync(action, progress, seen, cancellationToken),
    };

    private async Task<Move> BeginAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        var stack = StackView.Of(seen);
        if (stack is null && !StackView.IsAbsence(seen.Error))
        {
            return StackEnds.Unseen(action.Request, progress, seen);
        }

        var there = stack is { IsDeleted: false } ? stack : null;
        var known = progress with { StackId = there?.Id };
        return (action.Request.Configuration["ActionMode"], there) switch
        {
            ("DELETE_ONLY", null) => Move.End(known, StackEnds.Success("", $"There is no stack '{StackCalls.Name(action.Request)}'.")),
            ("DELETE_ONLY", _) => StackCalls.Delete(action.Request, known with { Phase = StackPhase.Work }),
            ("REPLACE_ON_FAILURE", { HasFailed: true }) => StackCalls.Delete(action.Request, known with { Phase = StackPhase.Clear }),
            (_, null) => StackCalls.Create(action.Request, known with { Phase = StackPhase.Work }, await documents.ReadAsync(action.Request, cancellationToken)),
            _ => StackCalls.Update(action.Request, known with { Phase = StackPhase.Work }, await documents.ReadAsync(action.Request, cancellationToken)),
        };
    }

    /// <summary>A stack that failed is deleted; then one is made.</summary>
    private async Task<Move> ClearAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        if (seen.Call != "DescribeStacks")
        {
            return seen.Error is { } refused ? Move.Fail(progress, $"The stack, which had failed, was not deleted. {refused.Describe()}") : StackEnds.LookAgain(action.Request, progress);
        }

        return StackView.Of(seen) switch
        {
            { IsBusy: true } => StackEnds.LookAgain(action.Request, progress),
            null or { IsDeleted: true } when action.StopReason is { } reason => Move.Fail(progress, $"Stopped: {reason}"),
            null when !StackView.IsAbsence(seen.Error) => StackEnds.Unseen(action.Request, progress, seen),
            null or { IsDeleted: true } => StackCalls.Create(action.Request, progress with { Phase = StackPhase.Work, StackId = null, Looks = 0 }, await documents.ReadAsync(action.Request, cancellationToken)),
            var stack => StackEnds.Explain(progress, $"The stack, which had failed, was not deleted: it is in the state {stack.Status}."),
        };
    }

    private async Task<Move> WorkAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken) => seen.Call switch
    {
        "DescribeStacks" => await ends.WatchedAsync(action, progress, seen, cancellationToken),
        "UpdateStack" when ChangeSetView.IsNothing(seen.Error?.Cause) => StackCalls.Describe(action.Request, progress with { Phase = StackPhase.Read }),
        "CreateStack" or "UpdateStack" or "DeleteStack" when seen.Error is { } error => Move.Fail(progress, $"CloudFormation refused it. {error.Describe()}"),
        _ => StackEnds.LookAgain(action.Request, progress with { StackId = (string?)seen.Output?["stackId"] ?? progress.StackId }),
    };
}
