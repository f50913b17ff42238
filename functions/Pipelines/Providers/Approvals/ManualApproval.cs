using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>Waits until people have approved, or one has not.</summary>
internal sealed class ManualApproval(OwnActions actions, IStateMachines machines) : IActionProvider
{
    public IReadOnlyList<string> Serves { get; } = ["Approval/Manual"];

    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var rules = ApprovalRules.Read(request.Configuration);
            await actions.BeginAsync(request, now => (new ApprovalProgress { Rules = rules, ExpiresAt = now.AddSeconds(request.TimeoutSeconds) }, []), cancellationToken);
        }
        catch (FormatException e)
        {
            await machines.SucceedTaskAsync(request.TaskToken, JsonSerializer.SerializeToNode(ActionResult.Failed("", e.Message), SluiceJson.Options), cancellationToken);
        }
    }
}
