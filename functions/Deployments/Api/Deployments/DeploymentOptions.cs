namespace Sluice.Deployments.Api.Deployments;

/// <summary>What a request says beside what is deployed where.</summary>
internal static class DeploymentOptions
{
    public static RequestOptions Options(this CreateDeploymentInput input) => new()
    {
        Description = input.Description,
        AutoRollbackConfiguration = input.AutoRollbackConfiguration,
        OverrideAlarmConfiguration = input.OverrideAlarmConfiguration,
        FileExistsBehavior = input.FileExistsBehavior,
        IgnoreApplicationStopFailures = input.IgnoreApplicationStopFailures,
        UpdateOutdatedInstancesOnly = input.UpdateOutdatedInstancesOnly,
        TargetInstances = input.TargetInstances,
    };
}
