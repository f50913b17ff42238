namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A service as it is found, put together.</summary>
/// <param name="Service">The service; null if there is none.</param>
/// <param name="Groups">The two target groups' ARNs, in the plan's order; null for one that there is not.</param>
/// <param name="Production">The production listener.</param>
/// <param name="Test">The test listener.</param>
/// <param name="Live">The target group that gets all production traffic; null if that cannot be told.</param>
internal sealed record ServiceFound(
    ServiceAnswer? Service, IReadOnlyList<string?> Groups, ListenerAnswer? Production, ListenerAnswer? Test, string? Live)
{
    /// <summary>The other target group.</summary>
    public string? Replacement => Live is null ? null : Groups.FirstOrDefault(group => group != Live);

    /// <summary>The primary task set; null if the service has none yet.</summary>
    public TaskSetAnswer? Primary => TaskSets.FirstOrDefault(set => set.Status == "PRIMARY");

    /// <summary>Those that are there beside it.</summary>
    public IEnumerable<TaskSetAnswer> Others => TaskSets.Where(set => set.Status is not ("PRIMARY" or "DRAINING"));

    private IReadOnlyList<TaskSetAnswer> TaskSets => Service?.TaskSets ?? [];

    public static ServiceFound Of(EcsPlan plan, PlanReplacementInput input)
    {
        var groups = plan.TargetGroups.Select(name => Group(input.TargetGroups, name)).ToList();
        var production = input.Listeners.Find(plan.ProductionListener);
        var shares = ForwardAction.Read(production?.DefaultActions, null)?.Shares() ?? new Dictionary<string, decimal>();
        var live = shares.Where(share => share.Value == 1).Select(share => share.Key).FirstOrDefault(groups.Contains);
        return new ServiceFound(
            input.Services.Services is [var service, ..] ? service : null,
            groups,
            production,
            plan.TestListener is null ? null : input.Listeners.Find(plan.TestListener),
            live);
    }

    private static string? Group(TargetGroupsAnswer answer, string name) =>
        (answer.TargetGroups ?? []).FirstOrDefault(group => group.TargetGroupName == name || group.TargetGroupArn == name)?.TargetGroupArn;
}
