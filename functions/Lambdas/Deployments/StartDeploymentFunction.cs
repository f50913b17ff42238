using Amazon.Lambda.Annotations;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="DeploymentActions.StartAsync"/>.</summary>
public sealed class StartDeploymentFunction(DeploymentActions actions)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "StartDeploymentFunction")]
    public Task StartDeployment(ActionRequest input) => actions.StartAsync(input);
}
