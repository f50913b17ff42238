namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>Why a service cannot be deployed to, all of it at once.</summary>
internal static class ServiceFaults
{
    public static IReadOnlyList<string> Of(EcsPlan plan, ServiceFound found, EcsControllers controllers) =>
        found.Service is not { Status: "ACTIVE" }
            ? [$"cluster '{plan.ClusterName}' has no active service '{plan.ServiceName}'"]
            : [.. Service(found.Service, found, controllers), .. Groups(plan, found), .. Listener("production", plan.ProductionListener, found.Production, found), .. Test(plan, found)];

    private static IEnumerable<string> Service(ServiceAnswer service, ServiceFound found, EcsControllers controllers)
    {
        if (!controllers.Takes(service.DeploymentController?.Type))
        {
            yield return $"its deployment controller is {service.DeploymentController?.Type ?? "ECS"}; expected {controllers.Expected}, which is set when a service is created";
        }

        if (service.DesiredCount == 0)
        {
            yield return "its desired count is 0, so nothing would answer";
        }

        if (found.Others.Any())
        {
            yield return $"it has task sets beside its primary one ({string.Join(", ", found.Others.Select(set => set.TaskSetArn))}); end them first (DeleteTaskSet, by force if they have tasks)";
        }
    }

    private static IEnumerable<string> Groups(EcsPlan plan, ServiceFound found)
    {
        foreach (var (name, arn) in plan.TargetGroups.Zip(found.Groups))
        {
            if (arn is null)
            {
                yield return $"there is no target group '{name}'";
            }
        }

        if (found.Groups is not [var first, var second] || first == second)
        {
            yield return $"{plan.TargetGroups.Count} target groups are named; expected two different ones";
        }

        if (found.Primary?.TargetGroup is { } group && found.Live is { } live && group != live)
        {
            yield return $"the listener sends all to target group {TargetGroupArns.NameOf(live)}, but the primary task set is in {TargetGroupArns.NameOf(group)}";
        }
    }

    private static IEnumerable<string> Listener(string role, string arn, ListenerAnswer? listener, ServiceFound found)
    {
        if (listener is null)
        {
            yield return $"there is no {role} listener {arn}";
        }
        else if (ForwardAction.Fault(listener.DefaultActions) is { } fault)
        {
            yield return $"the {role} listener {arn} {fault}";
        }
        else if (ForwardAction.Read(listener.DefaultActions, null)!.Shares().Keys.FirstOrDefault(group => !found.Groups.Contains(group)) is { } other)
        {
            yield return $"the {role} listener {arn} sends to target group {TargetGroupArns.NameOf(other)}, which is not one of the two";
        }
        else if (listener == found.Production && found.Live is null)
        {
            yield return $"the {role} listener {arn} divides its traffic, so which target group is live cannot be told; give one of them all of it";
        }
    }

    private static IEnumerable<string> Test(EcsPlan plan, ServiceFound found) =>
        plan.TestListener is not { } test ? []
        : test == plan.ProductionListener ? ["the test listener is the production listener; expected another one"]
        : Listener("test", test, found.Test, found);
}
