using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Plans the change of a stack as a change set, in place of an older one of its name, or carries out one that is there.</summary>
internal sealed class ChangeSetWork(StackDocuments documents, StackEnds ends)
{
    /// <summary>A change set that is deleted is gone in seconds.</summary>
    private const int MostTries = 10;

    public async Task<Move> NextAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken) => (progress.Phase, seen.Call) switch
    {
        (StackPhase.Look, null) => IsPlan(action) ? StackCalls.Describe(action.Request, progress) : StackCalls.ListChangeSets(action.Request, progress),
        (StackPhase.Look, "DescribeStacks") => await FoundAsync(action, progress, seen, cancellationToken),
        (StackPhase.Look, _) => Listed(action, progress, seen),
        (StackPhase.Replace, _) => await ReplacedAsync(action, progress, seen, cancellationToken),
        (StackPhase.Plan, "CreateChangeSet") => await CreatedAsync(action, progress, seen, cancellationToken),
        (StackPhase.Plan, _) => await PlannedAsync(action, progress, seen, cancellationToken),
        (_, "DescribeStacks") => await ends.WatchedAsync(action, progress, seen, cancellationToken),
        (_, "ExecuteChangeSet") when seen.Error is { } error => Move.Fail(progress, $"The change set was not executed. {error.Describe()}"),
        _ => StackEnds.LookAgain(action.Request, progress),
    };

    private static bool IsPlan(OwnAction action) => action.Request.Configuration["ActionMode"] == "CHANGE_SET_REPLACE";

    private async Task<Move> FoundAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        var stack = StackView.Of(seen);
        return stack is null && !StackView.IsAbsence(seen.Error) ? StackEnds.Unseen(action.Request, progress, seen)
            : stack is null or { IsDeleted: true } ? await CreateAsync(action, progress with { ChangeSetType = "CREATE" }, 0, cancellationToken)
            : StackCalls.DeleteChangeSet(action.Request, progress with { Phase = StackPhase.Replace, StackId = stack.Id, ChangeSetType = stack.Status == "REVIEW_IN_PROGRESS" ? "CREATE" : "UPDATE" });
    }

    private async Task<Move> ReplacedAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken) =>
        seen.Error is { } error && !Is(error, "ChangeSetNotFoundException") ? Move.Fail(progress, $"The change set '{StackCalls.ChangeSet(action.Request)}' was not replaced. {error.Describe()}")
            : action.StopReason is { } reason ? Move.Fail(progress, $"Stopped: {reason}")
            : await CreateAsync(action, progress, 0, cancellationToken);

    private async Task<Move> CreateAsync(OwnAction action, StackProgress progress, int waitSeconds, CancellationToken cancellationToken) =>
        StackCalls.CreateChangeSet(action.Request, progress with { Phase = StackPhase.Plan }, await documents.ReadAsync(action.Request, cancellationToken), waitSeconds);

    /// <summary>The older change set may take some seconds to go.</summary>
    private async Task<Move> CreatedAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken) => seen.Error switch
    {
        { } error when Is(error, "AlreadyExistsException") && progress.Looks < MostTries => await CreateAsync(action, progress with { Looks = progress.Looks + 1 }, Polling.SecondsBefore(progress.Looks), cancellationToken),
        { } error => Move.Fail(progress, $"The change set was not created. {error.Describe()}"),
        _ => List(action, progress with { StackId = (string?)seen.Output?["stackId"] ?? progress.StackId, ChangeSetId = (string?)seen.Output?["id"], Looks = 0 }),
    };

    private async Task<Move> PlannedAsync(OwnAction action, StackProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        if (seen.Error is { } error)
        {
            return Move.Fail(progress, $"What became of the change set cannot be seen. {error.Describe()}");
        }

        return ChangeSetView.Of(seen, progress.ChangeSetId ?? StackCalls.ChangeSet(action.Request)) switch
        {
            null when (string?)seen.Output?["NextToken"] is { } more => StackCalls.ListChangeSets(action.Request, progress, 0, more),
            null => Move.Fail(progress, "The change set is gone."),
            { IsBusy: true } => List(action, progress),
            { IsReady: true } set => Move.End(progress, StackEnds.Success(set.Id, "The change set is ready.") with { OutputArtifacts = await ends.OutputFileAsync(action.Request, new Dictionary<string, string>(), cancellationToken) }),
            { IsEmpty: true } set => Move.End(progress, StackEnds.Success(set.Id, "The change set has no changes.") with { OutputArtifacts = await ends.OutputFileAsync(action.Request, new Dictionary<string, string>(), cancellationToken) }),
            var set => Move.Fail(progress, $"The change set is {set.Status}: {set.Reason}"),
        };
    }

    private static Move Listed(OwnAction action, StackProgress progress, Seen seen)
    {
        var name = StackCalls.ChangeSet(action.Request);
        if (seen.Error is { } error)
        {
            return Move.Fail(progress, $"The change set '{name}' cannot be seen. {error.Describe()}");
        }

        return ChangeSetView.Of(seen, name) switch
        {
            null when (string?)seen.Output?["NextToken"] is { } more => StackCalls.ListChangeSets(action.Request, progress, 0, more),
            null => Move.Fail(progress, $"The stack '{StackCalls.Name(action.Request)}' has no change set '{name}'."),
            { IsEmpty: true } => StackCalls.Describe(action.Request, progress with { Phase = StackPhase.Read }),
            { IsBusy: true } => StackCalls.ListChangeSets(action.Request, progress with { Looks = progress.Looks + 1 }, Polling.SecondsBefore(progress.Looks)),
            { ExecutionStatus: "AVAILABLE" } set => StackCalls.ExecuteChangeSet(action.Request, progress with { Phase = StackPhase.Work, ChangeSetId = set.Id, Looks = 0 }),
            var set => Move.Fail(progress, $"The change set '{name}' cannot be executed: it is {set.Status} and {set.ExecutionStatus}.{(set.Reason is null ? "" : $" {set.Reason}")}"),
        };
    }

    private static Move List(OwnAction action, StackProgress progress) => StackCalls.ListChangeSets(action.Request, progress with { Looks = progress.Looks + 1 }, Polling.SecondsBefore(progress.Looks));

    private static bool Is(CaughtError error, string name) => error.Error?.EndsWith(name, StringComparison.Ordinal) == true;
}
