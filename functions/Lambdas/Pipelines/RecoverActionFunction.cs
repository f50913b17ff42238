using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers;
using Sluice.Platform.Runs;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Called for every execution of an action's machine that did not come to its own end.</summary>
public sealed class RecoverActionFunction(RecoverAction recover)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.RecoverAction.RecoverAsync"/>.</summary>
    [LambdaFunction(ResourceName = "RecoverActionFunction")]
    public Task RecoverAction(ExecutionEndEvent happened) => recover.RecoverAsync(happened);
}
