using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Returning.PlanRollback"/>.</summary>
public sealed class PlanRollbackFunction(PlanRollback useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "PlanRollbackFunction")]
    public Task<ShiftState> PlanRollback(PlanRollbackInput input) => useCase.RunAsync(input);
}
