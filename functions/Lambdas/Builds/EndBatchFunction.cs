using Amazon.Lambda.Annotations;
using Sluice.Builds.Batching;

namespace Sluice.Lambdas.Builds;

/// <summary>The batch machine's last step, if the batch has not ended by itself.</summary>
public sealed class EndBatchFunction(EndBatch end)
{
    /// <summary>Stops what runs of the batch.</summary>
    [LambdaFunction(ResourceName = "EndBatchFunction")]
    public Task EndBatch(EndOfBatch input) => end.RunAsync(input);
}
