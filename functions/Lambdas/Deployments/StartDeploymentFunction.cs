using Amazon.Lambda.Annotations;
using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Starting.StartDeployment"/>.</summary>
public sealed class StartDeploymentFunction(StartDeployment useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "StartDeploymentFunction")]
    public Task StartDeployment(ActionRequest input) => useCase.RunAsync(input);
}
