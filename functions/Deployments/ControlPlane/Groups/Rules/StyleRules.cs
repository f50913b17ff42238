using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>In place or blue/green, by platform.</summary>
internal static class StyleRules
{
    public static void Check(ComputePlatform platform, GroupSettings settings, RequestFaults faults)
    {
        if (platform == ComputePlatform.Server)
        {
            return;
        }

        var style = settings.DeploymentStyle;
        faults.Require(
            style is { DeploymentType: DeploymentType.BLUE_GREEN, DeploymentOption: DeploymentOption.WITH_TRAFFIC_CONTROL },
            "InvalidDeploymentStyleException",
            $"deploymentStyle: for the compute platform {platform} BLUE_GREEN and WITH_TRAFFIC_CONTROL were expected, not {Text(style)}");
    }

    private static string Text(DeploymentStyle? style) =>
        style is null ? "nothing" : $"{style.DeploymentType} and {style.DeploymentOption}";
}
