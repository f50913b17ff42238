using System.Globalization;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.ControlPlane.Configurations;

/// <summary>CodeDeploy's own configurations of all platforms, with its names and contents.</summary>
public sealed class KnownConfigurations
{
    internal KnownConfigurations(ComputePlatforms platforms) =>
        All = [.. Numbered(platforms.All.SelectMany(platform => platform.Configurations)).OrderBy(known => known.DeploymentConfigName, StringComparer.Ordinal)];

    /// <summary>All of them, in the order of their names.</summary>
    internal IReadOnlyList<DeploymentConfiguration> All { get; }

    /// <summary>The one of this name, or null.</summary>
    internal DeploymentConfiguration? Find(string name) => All.FirstOrDefault(known => known.DeploymentConfigName == name);

    /// <summary>Whether a configuration of this name is one that users made, and so is stored and counted.</summary>
    internal bool IsStored(string name) => !DeployStrategy.IsSpelledOut(name) && Find(name) is null;

    // Their ids are fixed, as the original's are: a UUID of zeros and their number.
    private static IEnumerable<DeploymentConfiguration> Numbered(IEnumerable<DeploymentConfiguration> known) => known.Select((configuration, index) =>
        configuration with { DeploymentConfigId = $"00000000-0000-0000-0000-{(index + 1).ToString("D12", CultureInfo.InvariantCulture)}" });
}
