using Amazon.Lambda.Annotations;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Protocol;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Platforms.Ecs.PlanReplacement"/>.</summary>
public sealed class PlanReplacementFunction(PlanReplacement useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "PlanReplacementFunction")]
    public Task<ShiftState> PlanReplacement(PlanReplacementInput input) => useCase.RunAsync(input);
}
