using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Claiming;
using Sluice.Deployments.Runs;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Claiming.ClaimTarget"/>.</summary>
public sealed class ClaimTargetFunction(ClaimTarget useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "ClaimTargetFunction")]
    public Task<ShiftState> ClaimTarget(DeploymentReference input) => useCase.RunAsync(input);
}
