using Amazon.Lambda.Annotations;
using Sluice.Builds.Batching;

namespace Sluice.Lambdas.Builds;

/// <summary>The batch machine's first step.</summary>
public sealed class BeginBatchFunction(BeginBatch begin)
{
    /// <summary>Begins the batch; its end completes the task's token.</summary>
    [LambdaFunction(ResourceName = "BeginBatchFunction")]
    public Task BeginBatch(BatchRequest input) => begin.RunAsync(input);
}
