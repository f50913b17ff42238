using System.Text.Json.Nodes;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A service whose deployment controller we may use gets a replacement task set, and its listener's traffic moves there.</summary>
/// <param name="ClusterName">The cluster's name.</param>
/// <param name="ServiceName">The service's name.</param>
/// <param name="TaskSet">The replacement.</param>
/// <param name="TargetGroups">The names of the two target groups; which of them is live is read from the listener, they swap roles each deployment.</param>
/// <param name="ProductionListener">The ARN of the listener whose traffic is moved.</param>
/// <param name="TestListener">The ARN of a listener that gets the replacement before any production traffic; optional.</param>
/// <param name="Waits">How long the deployment waits for people and for health.</param>
[Kind("ECS")]
internal sealed record EcsPlan(
    string ClusterName,
    string ServiceName,
    TaskSetPlan TaskSet,
    IReadOnlyList<string> TargetGroups,
    string ProductionListener,
    string? TestListener,
    EcsWaits Waits) : TargetPlan
{
    /// <summary>CodeDeploy's name of the platform.</summary>
    public const string Platform = "ECS";

    /// <summary>For people.</summary>
    public string Service() => $"{ClusterName}/{ServiceName}";

    /// <summary>The listeners that are changed.</summary>
    public IReadOnlyList<string> Listeners() => TestListener is null ? [ProductionListener] : [ProductionListener, TestListener];

    /// <inheritdoc/>
    public override string ComputePlatform() => Platform;

    /// <inheritdoc/>
    public override string TargetId() => $"{ClusterName}:{ServiceName}";

    /// <inheritdoc/>
    public override string Subject() => Service();

    /// <summary>A target group by the name that its ARN holds.</summary>
    public override string Receiver(string name) => $"target group {TargetGroupArns.NameOf(name)}";

    /// <inheritdoc/>
    public override string Undivided() => "without a task set";

    /// <inheritdoc/>
    public override string AlsoToRepair() => ", end the task set that is not wanted";

    /// <inheritdoc/>
    public override string? NoInstance() => "an ECS service";

    /// <inheritdoc/>
    public override bool EndsOriginal() => true;

    internal override string Machine() => "deploy-ecs";

    internal override string Claim() => $"ecs/{Service()}";

    internal override JsonObject Address() => new()
    {
        ["cluster"] = ClusterName,
        ["service"] = ServiceName,
        ["listenerArns"] = new JsonArray([.. Listeners().Select(arn => (JsonNode)arn)]),
        ["targetGroupNames"] = new JsonArray([.. TargetGroups.Select(name => (JsonNode)name)]),
    };

    internal override JsonObject Preparation() => TaskSet.Registration is { } registration ? new JsonObject { ["taskDefinition"] = registration.Parameters.DeepClone() } : [];

    internal override void TellHook(Deployment record, JsonObject payload)
    {
        payload["Cluster"] = ClusterName;
        payload["Service"] = ServiceName;
        payload["TaskDefinition"] = TaskSet.TaskDefinition;
        payload["TargetGroup"] = record.Shift!.Target;
        payload["TaskSet"] = record.TaskSets().Replacement?.TaskSetArn;
    }

    internal override void TellEvent(JsonObject detail)
    {
        detail["cluster"] = ClusterName;
        detail["service"] = ServiceName;
    }

    internal override string TargetMember() => "targetGroup";

    internal override IReadOnlyDictionary<string, string> Placeholders(Deployment record, string receiver) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ClusterName"] = ClusterName,
        ["ServiceName"] = ServiceName,
        ["LoadBalancer"] = LoadBalancer(),
        ["TargetGroup"] = receiver[(receiver.LastIndexOf(':') + 1)..],
        ["TaskSetId"] = record.TaskSets().TaskSets.FirstOrDefault(set => set.TargetGroup == receiver)?.Identifier ?? "",
    };

    internal override ErrorCode? FailureCode(string? error) => error switch
    {
        null => ErrorCode.ECS_UPDATE_ERROR,
        "Ecs.ServiceNotFoundException" or "Ecs.ClusterNotFoundException" or "Ecs.ServiceNotActiveException" => ErrorCode.INVALID_ECS_SERVICE,
        _ => error.StartsWith("Ecs.", StringComparison.Ordinal) ? ErrorCode.ECS_UPDATE_ERROR : null,
    };

    // The dimension is a part of the ARN: …:listener/app/my-balancer/50dc6c495c0c9188/f2f7dc8efc522ab2 is a listener of app/my-balancer/50dc6c495c0c9188.
    private string LoadBalancer()
    {
        var parts = ProductionListener[(ProductionListener.LastIndexOf(':') + 1)..].Split('/');
        return string.Join('/', parts.Skip(1).Take(3));
    }
}
