using Amazon.Lambda.Annotations;
using Sluice.Deployments.Recovery;
using Sluice.Platform.Runs;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Recovery.RecoverDeployment"/>.</summary>
public sealed class RecoverDeploymentFunction(RecoverDeployment useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "RecoverDeploymentFunction")]
    public Task RecoverDeployment(ExecutionEndEvent input) => useCase.RunAsync(input);
}
