using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Baking;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Baking.Bake"/>.</summary>
public sealed class BakeFunction(Bake useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "BakeFunction")]
    public Task Bake(BakeInput input) => useCase.RunAsync(input);
}
