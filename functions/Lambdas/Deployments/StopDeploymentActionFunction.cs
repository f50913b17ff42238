using Amazon.Lambda.Annotations;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Deployments;

/// <summary>Takes the stops of the pipelines' deploy actions.</summary>
public sealed class StopDeploymentActionFunction(DeploymentActions actions)
{
    /// <summary>Stops the deployment, now or as soon as it is recorded.</summary>
    [LambdaFunction(ResourceName = "StopDeploymentActionFunction")]
    public Task StopDeploymentAction(ActionStopEvent happened) => actions.StopAsync(happened.Detail);
}
