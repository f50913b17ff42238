using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Targets;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>A deployment as the API tells of it, from its record alone.</summary>
internal static class DeploymentDescription
{
    private const FileExistsBehavior DefaultFileExistsBehavior = FileExistsBehavior.DISALLOW;
    private static readonly DeploymentStyle _shifting = new() { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL };

    public static DeploymentInfo Of(Deployment record)
    {
        var info = Progress(record);
        return record.Request is { } request ? Asked(info, request)
            : record.Action is { } action ? info with { ApplicationName = action.PipelineName, DeploymentGroupName = action.StageName }
            : info;
    }

    private static DeploymentInfo Progress(Deployment record)
    {
        var platform = Enum.Parse<ComputePlatform>(record.Plan.Target.ComputePlatform());
        return new DeploymentInfo
        {
            DeploymentId = record.DeploymentId,
            Status = record.ShownStatus(),
            ComputePlatform = platform,
            Creator = Enum.Parse<DeploymentCreator>(record.Request?.Creator ?? DeploymentRequest.User),
            CreateTime = record.CreateTime,
            StartTime = record.StartTime,
            CompleteTime = record.CompleteTime,
            DeploymentOverview = record.StartTime is null && !record.IsEnded ? null : TargetCounts.Of(record),
            ErrorInformation = DeploymentFailure.Of(record),
            RollbackInfo = record.RollbackInfo,
            DeploymentStyle = _shifting,
            FileExistsBehavior = DefaultFileExistsBehavior,
            IgnoreApplicationStopFailures = false,
            UpdateOutdatedInstancesOnly = false,
            InstanceTerminationWaitTimeStarted = record.Parked?.Kind == WaitKind.Termination,
            DeploymentStatusMessages = StatusMessages.Of(record),
            Verdicts = record.Verdicts.Count > 0 ? record.Verdicts : null,
            Outcome = record.Outcome?.ToString(),
            ExternalId = record.Action?.PipelineExecutionId,
        };
    }

    private static DeploymentInfo Asked(DeploymentInfo info, DeploymentRequest request) => info with
    {
        ApplicationName = request.ApplicationName,
        DeploymentGroupName = request.DeploymentGroupName,
        DeploymentConfigName = request.DeploymentConfigName,
        Revision = RevisionUse.WithoutText(request.Revision),
        PreviousRevision = RevisionUse.WithoutText(request.PreviousRevision),
        Description = request.Options.Description,
        AutoRollbackConfiguration = request.Options.AutoRollbackConfiguration ?? request.Group.AutoRollbackConfiguration,
        OverrideAlarmConfiguration = request.Options.OverrideAlarmConfiguration,
        BlueGreenDeploymentConfiguration = GroupAnswer.BlueGreen(request.Group.BlueGreenDeploymentConfiguration),
        DeploymentStyle = request.Group.DeploymentStyle ?? info.DeploymentStyle,
        LoadBalancerInfo = request.Group.LoadBalancerInfo,
        TargetInstances = request.Options.TargetInstances,
        FileExistsBehavior = request.Options.FileExistsBehavior ?? DefaultFileExistsBehavior,
        IgnoreApplicationStopFailures = request.Options.IgnoreApplicationStopFailures ?? false,
        UpdateOutdatedInstancesOnly = request.Options.UpdateOutdatedInstancesOnly ?? false,
    };
}
