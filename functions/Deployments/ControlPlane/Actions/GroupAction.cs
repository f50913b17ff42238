using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Deployments.ControlPlane.Actions;

/// <summary>A deploy action that names an application and a deployment group: it deploys as <c>CreateDeployment</c> of that group does, with all that the group says.</summary>
internal abstract class GroupAction(GroupDeployments deployments) : IDeployAction
{
    public abstract string Provider { get; }

    /// <summary>Those of its configuration beside the two names.</summary>
    protected abstract IReadOnlyList<string> OtherKeys { get; }

    public async Task<bool> StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        GroupActionKeys.Check(request, OtherKeys);
        var (application, group) = await deployments.FindAsync(request.Configuration["ApplicationName"], request.Configuration["DeploymentGroupName"], cancellationToken);
        var configuration = await deployments.ConfigurationAsync(null, group, cancellationToken);
        deployments.CheckPlatform(group);
        var (revision, spec) = await RevisionAsync(application, request, cancellationToken);
        var options = new RequestOptions { Description = $"Action {request.StageName}/{request.ActionName} of the pipeline {request.PipelineName}, execution {request.PipelineExecutionId}" };
        return (await deployments.StartAsync(application, group, configuration, revision, spec, options, request, cancellationToken)).IsNew;
    }

    /// <summary>What is deployed.</summary>
    protected abstract Task<(RevisionLocation Revision, AppSpec AppSpec)> RevisionAsync(Application application, ActionRequest request, CancellationToken cancellationToken);
}
