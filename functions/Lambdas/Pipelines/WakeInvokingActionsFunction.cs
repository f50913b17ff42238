using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Pipelines;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Called for every run that has ended.</summary>
public sealed class WakeInvokingActionsFunction(WakeInvokingActions use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Pipelines.WakeInvokingActions.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "WakeInvokingActionsFunction")]
    public Task WakeInvokingActions(RunEnded happened) => use.RunAsync(happened);
}
