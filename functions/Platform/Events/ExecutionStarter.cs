using System.Text.Json;
using Amazon.Lambda.SQSEvents;
using Microsoft.Extensions.Logging;
using Sluice.Platform.StateMachines;

namespace Sluice.Platform.Events;

/// <summary>Starts the executions that the outbox asks for. Delivery repeats; the execution's name makes it one.</summary>
public sealed class ExecutionStarter(IStateMachines machines, ILogger<ExecutionStarter> logger)
{
    /// <summary>Handles a batch; messages that failed are named in the answer and come again, in the end to the dead-letter queue.</summary>
    public async Task<SQSBatchResponse> StartAsync(SQSEvent batch)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in batch.Records)
        {
            if (!await TryStartAsync(message))
            {
                failures.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }

    private async Task<bool> TryStartAsync(SQSEvent.SQSMessage message)
    {
        try
        {
            var request = ExecutionRequest.Parse(message.Body);
            var started = await machines.StartAsync(request.Machine, request.Name, request.Input);
            logger.LogInformation("Execution {Name} of {Machine}: {Outcome}", request.Name, request.Machine, started ? "started" : "exists already");
            return true;
        }
        catch (JsonException e)
        {
            logger.LogError("Message {MessageId} asks for no execution: {Reason}", message.MessageId, e.Message);
            return false;
        }
        catch (Exception e)
        {
            logger.LogError(e, "Message {MessageId} could not be handled and will come again", message.MessageId);
            return false;
        }
    }
}
