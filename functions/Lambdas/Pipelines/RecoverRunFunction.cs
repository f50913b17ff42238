using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Recovery;
using Sluice.Platform.Runs;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Called for every execution of the pipeline's machine that did not come to its own end.</summary>
public sealed class RecoverRunFunction(RecoverRun recover)
{
    /// <summary>See <see cref="Sluice.Pipelines.Recovery.RecoverRun.RecoverAsync"/>.</summary>
    [LambdaFunction(ResourceName = "RecoverRunFunction")]
    public Task RecoverRun(ExecutionEndEvent happened) => recover.RecoverAsync(happened);
}
