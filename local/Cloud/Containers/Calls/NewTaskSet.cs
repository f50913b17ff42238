using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>Makes the record of a task set, with an id and an ARN as ECS gives them.</summary>
internal sealed class NewTaskSet(CloudIdentity identity, TimeProvider time, IIds ids)
{
    private const ulong IdBound = 10_000_000_000_000_000_000;
    private const double All = 100;

    /// <summary>An active one that is to have all of the service's tasks; change what is to be different.</summary>
    public TaskSetRecord Of(string cluster, string service, TaskDefinitionRecord definition, IReadOnlyList<TaskSetBalancer> balancers, JsonObject shown)
    {
        var number = ulong.Parse(ids.Secret()[..16], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % IdBound;
        var id = $"ecs-svc/{number:D19}";
        var now = time.GetUtcNow();
        var arn = identity.EcsArn($"task-set/{cluster}/{service}/{id}");
        return new TaskSetRecord(id, arn, definition.Name(), TaskSetStatus.Active, ExternalId: null, ClientToken: null, Request: "", All, balancers, shown, now, now);
    }
}
