using Sluice.Deployments.Platforms;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Configurations;

/// <summary>What a user's configuration must keep to.</summary>
internal static class ConfigurationRules
{
    private const string InvalidName = "InvalidDeploymentConfigNameException";
    private const string InvalidHosts = "InvalidMinimumHealthyHostValueException";
    private const string InvalidRouting = "InvalidTrafficRoutingConfigurationException";
    private const string InvalidZones = "InvalidZonalDeploymentConfigurationException";

    public static RequestFaults Check(IComputePlatform platform, DeploymentConfiguration configuration, IEnumerable<string> stepFaults)
    {
        var faults = new RequestFaults();
        CheckName(configuration.DeploymentConfigName, faults);
        platform.Check(configuration, faults);
        faults.Add(InvalidHosts, Hosts("minimumHealthyHosts", configuration.MinimumHealthyHosts));
        faults.Add(InvalidZones, Zones(configuration.ZonalConfig));
        faults.Add(InvalidRouting, stepFaults);
        return faults;
    }

    private static void CheckName(string name, RequestFaults faults)
    {
        faults.Require(
            !name.StartsWith(PredefinedConfigurations.Prefix, StringComparison.Ordinal),
            InvalidName,
            $"deploymentConfigName: '{name}' begins with '{PredefinedConfigurations.Prefix}', which is for predefined configurations");
        faults.Require(
            !DeployStrategy.IsSpelledOut(name), InvalidName, $"deploymentConfigName: '{name}' says its steps itself; such a configuration is there without being made");
    }

    private static IEnumerable<string> Hosts(string at, MinimumHealthyHosts? hosts)
    {
        if (hosts is null)
        {
            yield break;
        }

        if (hosts.Type is null)
        {
            yield return $"{at}.type: HOST_COUNT or FLEET_PERCENT was expected, not nothing";
        }

        var isPercent = hosts.Type == MinimumHealthyHostsType.FLEET_PERCENT;
        if (hosts.Value is null or < 0 || (isPercent && hosts.Value > 100))
        {
            yield return $"{at}.value: {(isPercent ? "0 to 100" : "0 or more")} was expected, not {hosts.Value?.ToString() ?? "nothing"}";
        }
    }

    // The same structure by another name.
    private static MinimumHealthyHosts? PerZone(MinimumHealthyHostsPerZone? hosts) => hosts is null ? null : new()
    {
        Type = hosts.Type switch
        {
            MinimumHealthyHostsPerZoneType.HOST_COUNT => MinimumHealthyHostsType.HOST_COUNT,
            MinimumHealthyHostsPerZoneType.FLEET_PERCENT => MinimumHealthyHostsType.FLEET_PERCENT,
            _ => null,
        },
        Value = hosts.Value,
    };

    private static IEnumerable<string> Zones(ZonalConfig? zones) => zones is null ? [] :
    [
        .. Hosts("zonalConfig.minimumHealthyHostsPerZone", PerZone(zones.MinimumHealthyHostsPerZone)),
        .. Seconds("zonalConfig.monitorDurationInSeconds", zones.MonitorDurationInSeconds),
        .. Seconds("zonalConfig.firstZoneMonitorDurationInSeconds", zones.FirstZoneMonitorDurationInSeconds),
    ];

    private static IEnumerable<string> Seconds(string at, long? seconds) => seconds < 0 ? [$"{at}: 0 or more was expected, not {seconds}"] : [];
}
