using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>The same request again answers what is there.</summary>
internal sealed class CreateTargetGroup(BalancerStores stores, TargetFleet targets, CloudIdentity identity, IIds ids)
    : LoadBalancingCall<CreateTargetGroup.Input>("createTargetGroup")
{
    protected override Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        Check(input);
        var name = NameRules.Checked(input.Name, "target group");
        var wanted = new TargetGroupRecord(
            identity.LoadBalancingArn($"targetgroup/{name}/{ids.Secret()[..16]}"),
            name,
            input.Port ?? throw LoadBalancingErrors.Validation("Port is needed"),
            input.VpcId,
            input.Over(new HealthCheck()),
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            []);
        var kept = Kept(wanted);
        return Task.FromResult(List("TargetGroups", [BalancerShapes.Of(kept, stores.UserOf(kept.Arn))]));
    }

    private static void Check(Input input)
    {
        var fault = input switch
        {
            { Port: 0 } => $"Port '{input.Port}' is not 1 to 65535",
            { TargetType: not (null or "ip") } => $"TargetType is '{input.TargetType}', and targets of this machine are of the type 'ip'",
            { ProtocolVersion: not (null or "HTTP1") } => $"ProtocolVersion is '{input.ProtocolVersion}', and targets of this machine speak HTTP1",
            { IpAddressType: not (null or "ipv4") } => $"IpAddressType is '{input.IpAddressType}', and targets of this machine have ipv4 addresses",
            _ => null,
        };
        if (fault is not null)
        {
            throw LoadBalancingErrors.Validation(fault);
        }

        if (input.Protocol != "HTTP")
        {
            throw LoadBalancingErrors.Protocol(input.Protocol ?? "");
        }
    }

    private TargetGroupRecord Kept(TargetGroupRecord wanted)
    {
        lock (stores.Gate)
        {
            if (stores.TargetGroups.All.FirstOrDefault(record => record.Name == wanted.Name) is { } there)
            {
                return there.HealthCheck == wanted.HealthCheck && there.Port == wanted.Port && there.VpcId == wanted.VpcId
                    ? there
                    : throw LoadBalancingErrors.TargetGroupExists(wanted.Name);
            }

            stores.TargetGroups.Save(wanted);
            targets.Put(wanted);
            return wanted;
        }
    }

    /// <summary>ELB's CreateTargetGroupInput.</summary>
    internal sealed record Input(
        string? Name, string? Protocol, string? ProtocolVersion, int? Port, string? VpcId, string? TargetType, string? IpAddressType, JsonNode? Tags) : HealthCheckInput;
}
