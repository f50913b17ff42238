using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>The same request again answers what is there.</summary>
internal sealed class CreateLoadBalancer(BalancerStores stores, CloudIdentity identity, TimeProvider time, IIds ids)
    : LoadBalancingCall<CreateLoadBalancer.Input>("createLoadBalancer")
{
    protected override Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var name = NameRules.OfLoadBalancer(input.Name);
        if ((input.Type ?? "application") != "application")
        {
            throw LoadBalancingErrors.InvalidConfiguration($"Type is '{input.Type}'; this machine has application load balancers");
        }

        var wanted = new LoadBalancerRecord(
            identity.LoadBalancingArn($"loadbalancer/app/{name}/{ids.Secret()[..16]}"),
            name,
            input.Scheme ?? "internet-facing",
            [.. input.Subnets ?? [], .. input.SubnetMappings?.Select(mapping => mapping.SubnetId ?? "") ?? []],
            input.SecurityGroups ?? [],
            time.GetUtcNow());
        return Task.FromResult(List("LoadBalancers", [BalancerShapes.Of(Kept(wanted))]));
    }

    private LoadBalancerRecord Kept(LoadBalancerRecord wanted)
    {
        lock (stores.Gate)
        {
            if (stores.LoadBalancers.All.FirstOrDefault(record => record.Name == wanted.Name) is { } there)
            {
                return there.Scheme == wanted.Scheme && there.Subnets.SequenceEqual(wanted.Subnets) ? there : throw LoadBalancingErrors.LoadBalancerExists(wanted.Name);
            }

            stores.LoadBalancers.Save(wanted);
            return wanted;
        }
    }

    /// <summary>ELB's CreateLoadBalancerInput. Where a load balancer is, is no matter here, so those members are kept and not used.</summary>
    internal sealed record Input(
        string? Name,
        IReadOnlyList<string>? Subnets,
        IReadOnlyList<SubnetMapping>? SubnetMappings,
        IReadOnlyList<string>? SecurityGroups,
        string? Scheme,
        string? Type,
        string? IpAddressType,
        JsonNode? Tags);

    /// <summary>ELB's SubnetMapping.</summary>
    internal sealed record SubnetMapping(string? SubnetId, string? AllocationId);
}
