using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Cloud.Containers.Running;
using Sluice.Local.Cloud.Containers.Storage;

namespace Sluice.Local.Cloud.Containers.Shapes;

/// <summary>ECS's TaskSet.</summary>
internal static class TaskSetShape
{
    public static JsonObject Of(ServiceRecord service, TaskSetRecord set, TaskSetRunner? runner, CloudIdentity identity)
    {
        var (isSteady, since) = runner?.Stability() ?? (false, set.UpdatedAt);
        var shape = (JsonObject)set.Shown.DeepClone();
        shape["Id"] = set.Id;
        shape["TaskSetArn"] = set.Arn;
        shape["ServiceArn"] = service.Arn;
        shape["ClusterArn"] = identity.EcsArn($"cluster/{service.Cluster}");
        shape["Status"] = set.Status;
        shape["TaskDefinition"] = identity.EcsArn($"task-definition/{set.TaskDefinition}");
        shape["ComputedDesiredCount"] = set.DesiredCount(service.DesiredCount);
        shape["PendingCount"] = runner?.Pending ?? set.DesiredCount(service.DesiredCount);
        shape["RunningCount"] = runner?.Running ?? 0;
        shape["CreatedAt"] = AwsDate.InAnswer(set.CreatedAt);
        shape["UpdatedAt"] = AwsDate.InAnswer(set.UpdatedAt);
        shape["LoadBalancers"] = Balancers(set);
        shape["Scale"] = new JsonObject { ["Value"] = set.Percent, ["Unit"] = "PERCENT" };
        shape["StabilityStatus"] = isSteady ? "STEADY_STATE" : "STABILIZING";
        shape["StabilityStatusAt"] = AwsDate.InAnswer(since);
        if (set.ExternalId is not null)
        {
            shape["ExternalId"] = set.ExternalId;
        }

        return shape;
    }

    public static JsonArray Balancers(TaskSetRecord set) => new([.. set.Balancers.Select(balancer => new JsonObject
    {
        ["TargetGroupArn"] = balancer.TargetGroupArn, ["ContainerName"] = balancer.ContainerName, ["ContainerPort"] = balancer.ContainerPort,
    })]);
}

/// <summary>ECS's Scale.</summary>
internal sealed record ScaleShape(double? Value, string? Unit)
{
    /// <summary>0 to 100; all of the desired count if nothing is said.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">ECS would refuse it.</exception>
    public static double Percent(ScaleShape? scale) => scale switch
    {
        null => 100,
        { Unit: not (null or "PERCENT") } => throw EcsErrors.InvalidParameter($"The scale's unit is '{scale.Unit}', and must be PERCENT."),
        { Value: >= 0 and <= 100 } => scale.Value.Value,
        _ => throw EcsErrors.InvalidParameter($"The scale's value is {scale.Value?.ToString() ?? "absent"}, and must be 0 to 100."),
    };
}

/// <summary>ECS's LoadBalancer.</summary>
internal sealed record LoadBalancerShape(string? TargetGroupArn, string? ContainerName, int? ContainerPort);
