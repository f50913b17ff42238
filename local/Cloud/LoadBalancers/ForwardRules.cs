using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;

namespace Sluice.Local.Cloud.LoadBalancers;

/// <summary>What Elastic Load Balancing demands of a listener's default action.</summary>
internal static class ForwardRules
{
    private const int MostGroups = 5;
    private const int HeaviestWeight = 999;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">A listener cannot have these actions, or not on this machine.</exception>
    public static IReadOnlyList<WeightedGroup> Checked(IReadOnlyList<ActionShape>? actions, string loadBalancerArn, BalancerStores stores)
    {
        var action = actions is [var only] ? only : throw LoadBalancingErrors.InvalidAction($"DefaultActions must hold exactly one action, and holds {actions?.Count ?? 0}");
        if (action.Type != "forward")
        {
            throw LoadBalancingErrors.InvalidAction($"The action's Type is '{action.Type}'; listeners of this machine can 'forward'");
        }

        if (action.ForwardConfig?.TargetGroupStickinessConfig?.Enabled == true)
        {
            throw LoadBalancingErrors.InvalidAction("Stickiness between target groups is not served on this machine");
        }

        var groups = Groups(action);
        Check(groups);
        foreach (var group in groups)
        {
            CheckUse(stores.TargetGroup(group.TargetGroupArn), loadBalancerArn, stores);
        }

        return groups;
    }

    private static List<WeightedGroup> Groups(ActionShape action)
    {
        var given = action.ForwardConfig?.TargetGroups ?? [];
        var groups = given.Select(tuple => new WeightedGroup(tuple.TargetGroupArn ?? "", tuple.Weight ?? 1)).ToList();
        if (action.TargetGroupArn is not { } single)
        {
            return groups;
        }

        return groups.Count == 0 || (groups.Count == 1 && groups[0].TargetGroupArn == single)
            ? [.. groups.DefaultIfEmpty(new WeightedGroup(single, 1))]
            : throw LoadBalancingErrors.InvalidAction("You cannot specify both a target group ARN and a ForwardConfig of other target groups");
    }

    private static void Check(List<WeightedGroup> groups)
    {
        if (groups.Count is 0 or > MostGroups)
        {
            throw LoadBalancingErrors.TooManyGroups(groups.Count);
        }

        if (groups.Find(group => group.Weight is < 0 or > HeaviestWeight) is { } wrong)
        {
            throw LoadBalancingErrors.Validation($"The weight {wrong.Weight} of {wrong.TargetGroupArn} must be 0 to {HeaviestWeight}");
        }

        if (groups.DistinctBy(group => group.TargetGroupArn, StringComparer.Ordinal).Count() != groups.Count)
        {
            throw LoadBalancingErrors.InvalidAction("A forward action must not name a target group twice");
        }
    }

    private static void CheckUse(TargetGroupRecord group, string loadBalancerArn, BalancerStores stores)
    {
        if (stores.UserOf(group.Arn) is { } user && user != loadBalancerArn)
        {
            throw LoadBalancingErrors.OfAnotherLoadBalancer(group.Arn);
        }
    }
}
