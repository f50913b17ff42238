using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What a project's other settings must keep to.</summary>
internal static class SettingRules
{
    private const int MostRetries = 10;

    public static void Check(RequestFaults faults, Project project)
    {
        faults.RequireAt(project.ConcurrentBuildLimit is null or >= 1, "concurrentBuildLimit", $"expected 1 or more, or -1 for none, not {project.ConcurrentBuildLimit}");
        faults.RequireAt(project.AutoRetryLimit is null or (>= 0 and <= MostRetries), "autoRetryLimit", $"expected 0 to {MostRetries}, not {project.AutoRetryLimit}");
        faults.RequireAt(
            project.VpcConfig is not { } vpc || vpc is { VpcId.Length: > 0, Subnets.Count: > 0, SecurityGroupIds.Count: > 0 }, "vpcConfig", "expected vpcId, subnets and securityGroupIds, all of them");
        foreach (var (system, index) in (project.FileSystemLocations ?? []).Select((system, index) => (system, index)))
        {
            faults.RequireAt(
                system is { Identifier.Length: > 0, Location.Length: > 0, MountPoint.Length: > 0 }, $"fileSystemLocations[{index}]", "expected identifier, location and mountPoint, all of them");
        }
    }
}
