using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Returning.MarkDirty"/>.</summary>
public sealed class MarkDirtyFunction(MarkDirty useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "MarkDirtyFunction")]
    public Task<ShiftState> MarkDirty(MarkDirtyInput input) => useCase.RunAsync(input);
}
