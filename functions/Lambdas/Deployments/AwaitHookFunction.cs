using Amazon.Lambda.Annotations;
using Sluice.Deployments.Protocol.Hooks;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Protocol.Hooks.AwaitHook"/>.</summary>
public sealed class AwaitHookFunction(AwaitHook useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "AwaitHookFunction")]
    public Task AwaitHook(AwaitHookInput input) => useCase.RunAsync(input);
}
