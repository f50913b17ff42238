using System.Globalization;
using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.Configurations;

/// <summary>CodeDeploy's own configurations of all platforms, with its names and contents.</summary>
internal static class KnownConfigurations
{
    private const string ForServers = "CodeDeployDefault.OneAtATime";

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<DeploymentConfiguration> All { get; } = [.. Numbered().OrderBy(one => one.DeploymentConfigName, StringComparer.Ordinal)];

    /// <summary>The one of this name, or null.</summary>
    public static DeploymentConfiguration? Find(string name) => All.FirstOrDefault(one => one.DeploymentConfigName == name);

    /// <summary>What a group has that names none.</summary>
    public static string DefaultOf(ComputePlatform platform) => platform switch
    {
        ComputePlatform.Lambda => "CodeDeployDefault.LambdaAllAtOnce",
        ComputePlatform.ECS => "CodeDeployDefault.ECSAllAtOnce",
        _ => ForServers,
    };

    // Their ids are fixed, as the original's are: a UUID of zeros and their number.
    private static IEnumerable<DeploymentConfiguration> Numbered() => Servers().Concat(PredefinedConfigurations.All.Select(Shifting)).Select((one, index) =>
        one with { DeploymentConfigId = $"00000000-0000-0000-0000-{(index + 1).ToString("D12", CultureInfo.InvariantCulture)}" });

    private static IEnumerable<DeploymentConfiguration> Servers() =>
        [Healthy(ForServers, 99), Healthy("CodeDeployDefault.HalfAtATime", 50), Healthy("CodeDeployDefault.AllAtOnce", 0)];

    private static DeploymentConfiguration Healthy(string name, int percent) =>
        new(name, "", ComputePlatform.Server) { MinimumHealthyHosts = new MinimumHealthyHosts { Type = MinimumHealthyHostsType.FLEET_PERCENT, Value = percent } };

    private static DeploymentConfiguration Shifting(PredefinedConfiguration known) =>
        new(known.Name, "", Enum.Parse<ComputePlatform>(known.ComputePlatform)) { TrafficRoutingConfig = known.Routing };
}
