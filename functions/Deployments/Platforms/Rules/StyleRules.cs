using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Rules;

/// <summary>How a group deploys whose platform shifts traffic.</summary>
internal static class StyleRules
{
    public static void Check(DeploymentGroup group, RequestFaults faults)
    {
        var style = group.Settings.DeploymentStyle;
        faults.Require(
            style is { DeploymentType: DeploymentType.BLUE_GREEN, DeploymentOption: DeploymentOption.WITH_TRAFFIC_CONTROL },
            "InvalidDeploymentStyleException",
            $"deploymentStyle: for the compute platform {group.ComputePlatform} BLUE_GREEN and WITH_TRAFFIC_CONTROL were expected, not {Text(style)}");
    }

    private static string Text(DeploymentStyle? style) =>
        style is null ? "nothing" : $"{style.DeploymentType} and {style.DeploymentOption}";
}
