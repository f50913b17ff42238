using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Shapes;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>A service that is not there is a failure in the answer, and none of the call.</summary>
internal sealed class DescribeServices(ContainerStores stores, ServiceScheduler scheduler, CloudIdentity identity) : EcsCall<DescribeServices.Input>("describeServices")
{
    private const int Most = 10;

    protected override JsonObject Answer(Input input)
    {
        var names = input.Services is { Count: >= 1 and <= Most } given ? given : throw EcsErrors.InvalidParameter($"Services must be 1 to {Most}.");
        var found = names.Select(name => (Name: name, Service: stores.FindService(input.Cluster, name))).ToList();
        return new JsonObject
        {
            ["Services"] = new JsonArray([.. found.Where(asked => asked.Service is not null).Select(asked => ServiceShape.Of(asked.Service!, scheduler, identity))]),
            ["Failures"] = new JsonArray([.. found.Where(asked => asked.Service is null).Select(asked => Missing(asked.Name, stores.Cluster(input.Cluster).Name))]),
        };
    }

    private JsonObject Missing(string name, string cluster) => new()
    {
        ["Arn"] = name.StartsWith("arn:", StringComparison.Ordinal) ? name : identity.EcsArn($"service/{cluster}/{name}"), ["Reason"] = "MISSING",
    };

    /// <summary>ECS's DescribeServicesRequest.</summary>
    internal sealed record Input(string? Cluster, IReadOnlyList<string>? Services, IReadOnlyList<string>? Include);
}
