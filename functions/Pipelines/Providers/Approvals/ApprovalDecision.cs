using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>What a word makes of an approval.</summary>
internal static class ApprovalDecision
{
    /// <exception cref="ApprovalAlreadyCompletedException">It has ended.</exception>
    /// <exception cref="ApiException">The person may not speak, or has to say why.</exception>
    public static OwnAction Decide(OwnAction action, ApprovalProgress progress, ApprovalVote vote, string? startedBy)
    {
        if (action.HasEnded || progress.ExpiresAt <= vote.Time)
        {
            throw new ApprovalAlreadyCompletedException(action.Request.ActionName);
        }

        if (progress.Rules.Refusal(vote.By, startedBy, vote.Status) is { } refusal)
        {
            throw new ApiException(CommonErrors.AccessDenied, $"The approval '{action.Request.ActionName}' does not take this: {refusal}.");
        }

        if (progress.Rules.RequireComment && string.IsNullOrWhiteSpace(vote.Comment))
        {
            throw InvalidRequest.Of($"The approval '{action.Request.ActionName}' asks for a comment: say in 'summary' why.");
        }

        var after = progress with { Votes = [.. progress.Votes.Where(earlier => earlier.By != vote.By), vote] };
        var told = action with { Progress = after };
        return vote.Status == ApprovalStatus.Rejected ? told.End(ActionResult.Failed("", $"Rejected by {vote.By}{Said(vote)}"), vote.Time)
            : after.Rules.Missing(after.Votes) is not null ? told
            : told.End(Approved(after), vote.Time);
    }

    private static ActionResult Approved(ApprovalProgress progress)
    {
        var approvals = progress.Votes.Where(vote => vote.Status == ApprovalStatus.Approved).ToList();
        var message = string.Join("; ", approvals.Select(vote => $"Approved by {vote.By}{Said(vote)}"));
        return new ActionResult(ActionStatus.Succeeded, "", null, message, new Dictionary<string, ObjectRef>())
        {
            OutputVariables = new Dictionary<string, string> { ["ApprovedBy"] = string.Join(",", approvals.Select(vote => vote.By)), ["Comment"] = approvals[^1].Comment },
        };
    }

    private static string Said(ApprovalVote vote) => vote.Comment.Length == 0 ? "" : $": {vote.Comment}";
}
