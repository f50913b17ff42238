using Sluice.Deployments.Platforms;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>Brings what requests say of a group into the form in which it is stored and answered.</summary>
internal static class GroupNormal
{
    /// <summary>The settings of a new group.</summary>
    public static GroupSettings New(IComputePlatform platform, GroupSettings asked) => Change(platform, new GroupSettings(), asked);

    /// <summary>
    /// The settings of a group after a change: a member that is said replaces the one before, an empty one takes it away, and one of two that exclude
    /// each other takes the other's place.
    /// </summary>
    public static GroupSettings Change(IComputePlatform platform, GroupSettings before, GroupSettings asked)
    {
        var said = GroupSettings.Overlay(new GroupSettings(), asked);
        var below = before with
        {
            Ec2TagFilters = Any(said.Ec2TagSet?.Ec2TagSetList) is null ? before.Ec2TagFilters : null,
            Ec2TagSet = Any(said.Ec2TagFilters) is null ? before.Ec2TagSet : null,
            OnPremisesInstanceTagFilters = Any(said.OnPremisesTagSet?.OnPremisesTagSetList) is null ? before.OnPremisesInstanceTagFilters : null,
            OnPremisesTagSet = Any(said.OnPremisesInstanceTagFilters) is null ? before.OnPremisesTagSet : null,
        };
        return WithDefaults(platform, WithoutEmpty(GroupSettings.Overlay(below, said)));
    }

    private static GroupSettings WithoutEmpty(GroupSettings settings) => settings with
    {
        AlarmConfiguration = Alarms(settings.AlarmConfiguration),
        AutoRollbackConfiguration = Rollback(settings.AutoRollbackConfiguration),
        Ec2TagFilters = Any(settings.Ec2TagFilters),
        Ec2TagSet = Any(settings.Ec2TagSet?.Ec2TagSetList) is null ? null : settings.Ec2TagSet,
        EcsServices = Any(settings.EcsServices) is { } services ? [.. services.Select(Named)] : null,
        LoadBalancerInfo = LoadBalancers(settings.LoadBalancerInfo),
        OnPremisesInstanceTagFilters = Any(settings.OnPremisesInstanceTagFilters),
        OnPremisesTagSet = Any(settings.OnPremisesTagSet?.OnPremisesTagSetList) is null ? null : settings.OnPremisesTagSet,
        TriggerConfigurations = Any(settings.TriggerConfigurations),
        Analysis = string.IsNullOrWhiteSpace(settings.Analysis) ? null : settings.Analysis,
    };

    private static GroupSettings WithDefaults(IComputePlatform platform, GroupSettings settings) => platform.WithDefaults(settings) with
    {
        DeploymentConfigName = settings.DeploymentConfigName ?? platform.DefaultConfiguration,
        OutdatedInstancesStrategy = settings.OutdatedInstancesStrategy ?? OutdatedInstancesStrategy.UPDATE,
        TerminationHookEnabled = settings.TerminationHookEnabled ?? false,
    };

    // Disabled and without alarms is how clients take it away, and watches as little as none.
    private static AlarmConfiguration? Alarms(AlarmConfiguration? alarms) => alarms is { Enabled: true } or { Alarms.Count: > 0 }
        ? alarms with { Enabled = alarms.Enabled ?? false, IgnorePollAlarmFailure = alarms.IgnorePollAlarmFailure ?? false, Alarms = alarms.Alarms ?? [] }
        : null;

    // Disabled is said: without any, traffic always goes back.
    private static AutoRollbackConfiguration? Rollback(AutoRollbackConfiguration? rollback) => rollback is { Enabled: not null } or { Events.Count: > 0 }
        ? rollback with { Enabled = rollback.Enabled ?? false, Events = rollback.Events ?? [] }
        : null;

    private static LoadBalancerInfo? LoadBalancers(LoadBalancerInfo? info)
    {
        var some = info is null ? null : info with
        {
            ElbInfoList = Any(info.ElbInfoList),
            TargetGroupInfoList = Any(info.TargetGroupInfoList),
            TargetGroupPairInfoList = Any(info.TargetGroupPairInfoList),
        };
        return some is { ElbInfoList: null, TargetGroupInfoList: null, TargetGroupPairInfoList: null } ? null : some;
    }

    private static ECSService Named(ECSService service) => service with { ClusterName = string.IsNullOrEmpty(service.ClusterName) ? "default" : service.ClusterName };

    private static IReadOnlyList<T>? Any<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;
}
