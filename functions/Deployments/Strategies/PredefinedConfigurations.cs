namespace Sluice.Deployments.Strategies;

/// <summary>The configurations of CodeDeploy for platforms that shift traffic; names are exact (<c>Minute</c> and <c>Minutes</c> are as CodeDeploy has them).</summary>
internal static class PredefinedConfigurations
{
    /// <summary>The prefix that no configuration of a user may have.</summary>
    public const string Prefix = "CodeDeployDefault.";

    /// <summary>All of them, in CodeDeploy's order.</summary>
    public static IReadOnlyList<PredefinedConfiguration> All { get; } =
    [
        Named("LambdaCanary10Percent5Minutes", TrafficRouting.OfCanary(10, 5)),
        Named("LambdaCanary10Percent10Minutes", TrafficRouting.OfCanary(10, 10)),
        Named("LambdaCanary10Percent15Minutes", TrafficRouting.OfCanary(10, 15)),
        Named("LambdaCanary10Percent30Minutes", TrafficRouting.OfCanary(10, 30)),
        Named("LambdaLinear10PercentEvery1Minute", TrafficRouting.OfLinear(10, 1)),
        Named("LambdaLinear10PercentEvery2Minutes", TrafficRouting.OfLinear(10, 2)),
        Named("LambdaLinear10PercentEvery3Minutes", TrafficRouting.OfLinear(10, 3)),
        Named("LambdaLinear10PercentEvery10Minutes", TrafficRouting.OfLinear(10, 10)),
        Named("LambdaAllAtOnce", TrafficRouting.Whole),
        Named("ECSLinear10PercentEvery1Minutes", TrafficRouting.OfLinear(10, 1)),
        Named("ECSLinear10PercentEvery3Minutes", TrafficRouting.OfLinear(10, 3)),
        Named("ECSCanary10Percent5Minutes", TrafficRouting.OfCanary(10, 5)),
        Named("ECSCanary10Percent15Minutes", TrafficRouting.OfCanary(10, 15)),
        Named("ECSAllAtOnce", TrafficRouting.Whole),
    ];

    /// <summary>The one of this exact name, or null.</summary>
    public static PredefinedConfiguration? Find(string name) => All.FirstOrDefault(known => known.Name == name);

    /// <summary>Those of a platform, which is a part of their names.</summary>
    internal static IReadOnlyList<DeploymentConfiguration> For(ComputePlatform platform, string prefix) =>
    [
        .. All.Where(known => known.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(known => new DeploymentConfiguration(known.Name, "", platform) { TrafficRoutingConfig = known.Routing }),
    ];

    private static PredefinedConfiguration Named(string name, TrafficRoutingConfig routing) => new($"{Prefix}{name}", routing);
}
