using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>RegisterTargets or DeregisterTargets. Deregistered targets drain while the caller goes on.</summary>
internal sealed class TargetRegistration(BalancerStores stores, TargetFleet targets, Unattended unattended, bool registers)
    : LoadBalancingCall<TargetRegistration.Input>(registers ? "registerTargets" : "deregisterTargets")
{
    public static TargetAddress Address(TargetShape target, TargetGroupRecord group) =>
        IPAddress.TryParse(target.Id, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork && (target.Port ?? group.Port) is >= 1 and <= 65535 and var port
            ? new TargetAddress(ip.ToString(), port)
            : throw LoadBalancingErrors.InvalidTarget($"The target '{target.Id}:{target.Port}' must have an IPv4 address as its Id and a Port of 1 to 65535");

    protected override Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        lock (stores.Gate)
        {
            var group = stores.TargetGroup(input.TargetGroupArn);
            var addresses = (input.Targets ?? []).Select(target => Address(target, group)).ToList();
            var others = group.Targets.Except(addresses);
            group = group with { Targets = registers ? [.. others, .. addresses.Distinct()] : [.. others] };
            stores.TargetGroups.Save(group);
            targets.Put(group);
            foreach (var address in addresses)
            {
                Apply(targets.Get(group.Arn), address);
            }
        }

        return Task.FromResult(new JsonObject());
    }

    private void Apply(TargetGroup group, TargetAddress address)
    {
        if (registers)
        {
            group.Register(address);
            return;
        }

        _ = unattended.Beside($"The draining of {address}", () => group.DeregisterAsync(address));
    }

    /// <summary>ELB's RegisterTargetsInput, which is also DeregisterTargetsInput.</summary>
    internal sealed record Input(string? TargetGroupArn, IReadOnlyList<TargetShape>? Targets);
}
