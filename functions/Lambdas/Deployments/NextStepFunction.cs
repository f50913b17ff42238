using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Steps.NextStep"/>.</summary>
public sealed class NextStepFunction(NextStep useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "NextStepFunction")]
    public Task<ShiftState> NextStep(NextStepInput input) => useCase.RunAsync(input);
}
