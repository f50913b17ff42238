using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Invoke;

namespace Sluice.Lambdas.Pipelines;

/// <summary>The AwaitAnswer task of the machine of jobs.</summary>
public sealed class AwaitAnswerFunction(AwaitAnswer use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Invoke.AwaitAnswer.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "AwaitAnswerFunction")]
    public Task AwaitAnswer(AnswerWait wait) => use.RunAsync(wait);
}
