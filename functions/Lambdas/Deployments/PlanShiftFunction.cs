using Amazon.Lambda.Annotations;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Platforms.Lambda.PlanShift"/>.</summary>
public sealed class PlanShiftFunction(PlanShift useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "PlanShiftFunction")]
    public Task<ShiftState> PlanShift(PlanShiftInput input) => useCase.RunAsync(input);
}
