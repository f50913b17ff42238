using Amazon.Lambda.Annotations;
using Amazon.Lambda.SQSEvents;
using Sluice.Platform.Events;

namespace Sluice.Lambdas.Platform;

/// <summary>Consumes the queue of requested executions.</summary>
public sealed class StartExecutionsFunction(ExecutionStarter starter)
{
    /// <summary>Starts each; answers which messages are to come again.</summary>
    [LambdaFunction(ResourceName = "StartExecutionsFunction")]
    public async Task<SQSBatchResponse> StartExecutions(SQSEvent batch) => QueueBatches.Answer(await starter.StartAsync(QueueBatches.Messages(batch)));
}
