namespace Sluice.Deployments.Strategies;

/// <summary>The configurations of CodeDeploy for platforms that shift traffic; names are exact (<c>Minute</c> and <c>Minutes</c> are as CodeDeploy has them).</summary>
public static class PredefinedConfigurations
{
    /// <summary>The prefix that no configuration of a user may have.</summary>
    public const string Prefix = "CodeDeployDefault.";

    /// <summary>All of them, Lambda's first.</summary>
    public static IReadOnlyList<PredefinedConfiguration> All { get; } =
    [
        Lambda("Canary10Percent5Minutes", TrafficRouting.OfCanary(10, 5)),
        Lambda("Canary10Percent10Minutes", TrafficRouting.OfCanary(10, 10)),
        Lambda("Canary10Percent15Minutes", TrafficRouting.OfCanary(10, 15)),
        Lambda("Canary10Percent30Minutes", TrafficRouting.OfCanary(10, 30)),
        Lambda("Linear10PercentEvery1Minute", TrafficRouting.OfLinear(10, 1)),
        Lambda("Linear10PercentEvery2Minutes", TrafficRouting.OfLinear(10, 2)),
        Lambda("Linear10PercentEvery3Minutes", TrafficRouting.OfLinear(10, 3)),
        Lambda("Linear10PercentEvery10Minutes", TrafficRouting.OfLinear(10, 10)),
        Lambda("AllAtOnce", TrafficRouting.Whole),
        Ecs("Linear10PercentEvery1Minutes", TrafficRouting.OfLinear(10, 1)),
        Ecs("Linear10PercentEvery3Minutes", TrafficRouting.OfLinear(10, 3)),
        Ecs("Canary10Percent5Minutes", TrafficRouting.OfCanary(10, 5)),
        Ecs("Canary10Percent15Minutes", TrafficRouting.OfCanary(10, 15)),
        Ecs("AllAtOnce", TrafficRouting.Whole),
    ];

    /// <summary>The one of this exact name, or null.</summary>
    public static PredefinedConfiguration? Find(string name) => All.FirstOrDefault(known => known.Name == name);

    private static PredefinedConfiguration Lambda(string name, TrafficRoutingConfig routing) => new($"{Prefix}Lambda{name}", "Lambda", routing);

    private static PredefinedConfiguration Ecs(string name, TrafficRoutingConfig routing) => new($"{Prefix}ECS{name}", "ECS", routing);
}
