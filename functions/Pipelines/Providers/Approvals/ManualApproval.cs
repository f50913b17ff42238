using Sluice.Platform.Actions;
using Sluice.Pipelines.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>Waits until people have approved, or one has not.</summary>
internal sealed class ManualApproval(OwnActions actions, SuiteAccount account, ActionDocuments documents) : IActionProvider
{
    public IReadOnlyList<string> Serves { get; } = ["Approval/Manual"];

    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var rules = ApprovalRules.Read(request.Configuration);
            await actions.BeginAsync(request, now => Begun(request, rules, now), cancellationToken);
        }
        catch (FormatException e)
        {
            await documents.CompleteAsync(request.TaskToken, ActionResult.Failed("", e.Message), cancellationToken);
        }
    }

    private (OwnProgress Progress, IReadOnlyList<GuardedWrite> Also) Begun(ActionRequest request, ApprovalRules rules, DateTimeOffset now)
    {
        var progress = new ApprovalProgress { Rules = rules, ExpiresAt = now.AddSeconds(request.TimeoutSeconds) };
        return (progress, request.Configuration.GetValueOrDefault("NotificationArn") is { Length: > 0 } topic ? [ApprovalNotice.Of(topic, request, progress, account, now)] : []);
    }
}
