using System.Net;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>What a fleet must keep to beyond the model.</summary>
internal static class FleetRules
{
    private const double MostUtilization = 100;

    public static RequestFaults Faults(Fleet fleet)
    {
        var faults = new RequestFaults();
        faults.RequireAt(fleet.BaseCapacity >= 1, "baseCapacity", $"expected 1 or more, not {fleet.BaseCapacity}");
        faults.RequireAt(fleet.ComputeType?.ToString().StartsWith("BUILD_LAMBDA", StringComparison.Ordinal) is not true, "computeType", "Lambda's sizes need no fleet");
        faults.RequireAt(fleet.ComputeType != ComputeType.ATTRIBUTE_BASED_COMPUTE || fleet.ComputeConfiguration is not null, "computeConfiguration", "ATTRIBUTE_BASED_COMPUTE says what it needs here");
        faults.RequireAt(
            fleet.ComputeType != ComputeType.CUSTOM_INSTANCE_TYPE || fleet.ComputeConfiguration?.InstanceType is not null, "computeConfiguration.instanceType", "CUSTOM_INSTANCE_TYPE is named here");
        faults.RequireAt(
            fleet.VpcConfig is not { } vpc || vpc is { VpcId.Length: > 0, Subnets.Count: > 0, SecurityGroupIds.Count: > 0 }, "vpcConfig", "expected vpcId, subnets and securityGroupIds, all of them");
        CheckScaling(faults, fleet);
        CheckProxy(faults, fleet.ProxyConfiguration?.OrderedProxyRules ?? []);
        faults.Add(InvalidInput.Code, TagFaults.Of(fleet.Tags ?? []));
        return faults;
    }

    private static void CheckScaling(RequestFaults faults, Fleet fleet)
    {
        if (fleet.ScalingConfiguration is not { } scaling)
        {
            return;
        }

        faults.RequireAt(
            scaling.MaxCapacity is null || scaling.MaxCapacity >= fleet.BaseCapacity, "scalingConfiguration.maxCapacity", $"expected the baseCapacity of {fleet.BaseCapacity} or more, not {scaling.MaxCapacity}");
        foreach (var (target, index) in (scaling.TargetTrackingScalingConfigs ?? []).Select((target, index) => (target, index)))
        {
            faults.RequireAt(
                target.TargetValue is null or (> 0 and <= MostUtilization), $"scalingConfiguration.targetTrackingScalingConfigs[{index}].targetValue", $"expected a percentage above 0, not {target.TargetValue}");
        }
    }

    private static void CheckProxy(RequestFaults faults, IReadOnlyList<FleetProxyRule> rules)
    {
        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)).Where(one => one.rule.Type == FleetProxyRuleType.IP))
        {
            foreach (var entity in rule.Entities.Where(entity => !IPNetwork.TryParse(entity, out _) && !IPAddress.TryParse(entity, out _)))
            {
                faults.At($"proxyConfiguration.orderedProxyRules[{index}].entities", $"expected addresses such as 10.0.0.0/8, not '{entity}'");
            }
        }
    }
}
