using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>One that is not there is no error of Elastic Load Balancing's.</summary>
internal sealed class DeleteTargetGroup(BalancerStores stores, TargetFleet targets) : LoadBalancingCall<DeleteTargetGroup.Input>("deleteTargetGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var arn = input.TargetGroupArn;
        lock (stores.Gate)
        {
            if (stores.UserOf(arn) is { } user)
            {
                throw LoadBalancingErrors.InUse($"Target group '{arn}'", $"a listener of {user}");
            }

            stores.TargetGroups.Delete(arn);
        }

        await targets.RemoveAsync(arn);
        return [];
    }

    /// <summary>ELB's DeleteTargetGroupInput.</summary>
    internal sealed record Input(string TargetGroupArn);
}
