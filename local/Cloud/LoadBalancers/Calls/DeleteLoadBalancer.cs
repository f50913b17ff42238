using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>Deletes it with its listeners. One that is not there is no error of Elastic Load Balancing's.</summary>
internal sealed class DeleteLoadBalancer(BalancerStores stores, ListenerFleet listeners, TargetFleet targets)
    : LoadBalancingCall<DeleteLoadBalancer.Input>("deleteLoadBalancer")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var arn = input.LoadBalancerArn;
        foreach (var listener in stores.Listeners.All.Where(listener => listener.LoadBalancerArn == arn))
        {
            stores.Listeners.Delete(listener.Arn);
            await listeners.RemoveAsync(listener.Arn);
        }

        stores.LoadBalancers.Delete(arn);
        targets.RefreshUse();
        return [];
    }

    /// <summary>ELB's DeleteLoadBalancerInput.</summary>
    internal sealed record Input(string LoadBalancerArn);
}
