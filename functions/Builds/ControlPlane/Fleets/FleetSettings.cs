namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>What a request says of a fleet becomes part of it. It is ACTIVE at once: no machines are bought for it.</summary>
internal static class FleetSettings
{
    public static Fleet Create(CreateFleetInput input, DateTimeOffset now) => new()
    {
        Name = input.Name,
        BaseCapacity = input.BaseCapacity,
        ComputeConfiguration = input.ComputeConfiguration,
        ComputeType = input.ComputeType,
        Created = now,
        EnvironmentType = input.EnvironmentType,
        FleetServiceRole = input.FleetServiceRole,
        ImageId = input.ImageId,
        LastModified = now,
        OverflowBehavior = input.OverflowBehavior ?? FleetOverflowBehavior.QUEUE,
        ProxyConfiguration = input.ProxyConfiguration,
        ScalingConfiguration = Scaling(input.ScalingConfiguration, input.BaseCapacity),
        Status = new FleetStatus { StatusCode = FleetStatusCode.ACTIVE },
        Tags = input.Tags ?? [],
        VpcConfig = input.VpcConfig,
    };

    /// <summary>What is said replaces what was, what is said to be empty is taken away, and the rest stays.</summary>
    public static Fleet Update(Fleet before, UpdateFleetInput input, DateTimeOffset now) => before with
    {
        BaseCapacity = input.BaseCapacity ?? before.BaseCapacity,
        ComputeConfiguration = input.ComputeConfiguration ?? before.ComputeConfiguration,
        ComputeType = input.ComputeType ?? before.ComputeType,
        EnvironmentType = input.EnvironmentType ?? before.EnvironmentType,
        FleetServiceRole = input.FleetServiceRole ?? before.FleetServiceRole,
        ImageId = input.ImageId ?? before.ImageId,
        LastModified = now,
        OverflowBehavior = input.OverflowBehavior ?? before.OverflowBehavior,
        ProxyConfiguration = input.ProxyConfiguration is { } proxy ? (proxy is { DefaultBehavior: null, OrderedProxyRules: null or [] } ? null : proxy) : before.ProxyConfiguration,
        ScalingConfiguration = input.ScalingConfiguration is { } scaling
            ? Scaling(scaling, input.BaseCapacity ?? before.BaseCapacity!.Value)
            : before.ScalingConfiguration is { } kept ? kept with { DesiredCapacity = input.BaseCapacity ?? before.BaseCapacity } : null,
        Tags = input.Tags ?? before.Tags,
        VpcConfig = input.VpcConfig is { } vpc ? (vpc.VpcId is null ? null : vpc) : before.VpcConfig,
    };

    private static ScalingConfigurationOutput? Scaling(ScalingConfigurationInput? input, int baseCapacity) => input is null or { ScalingType: null, MaxCapacity: null, TargetTrackingScalingConfigs: null or [] }
        ? null
        : new ScalingConfigurationOutput
        {
            DesiredCapacity = baseCapacity,
            MaxCapacity = input.MaxCapacity,
            ScalingType = input.ScalingType,
            TargetTrackingScalingConfigs = input.TargetTrackingScalingConfigs,
        };
}
