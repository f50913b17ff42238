using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.Platform.StateMachines;

namespace Sluice.Platform.Events;

/// <summary>Starts the executions that the outbox asks for. Delivery repeats; the execution's name makes it one.</summary>
public sealed class ExecutionStarter(IStateMachines machines, ILogger<ExecutionStarter> logger)
{
    /// <summary>Handles a batch; messages that failed are named in the answer and come again, in the end to the dead-letter queue.</summary>
    public async Task<IReadOnlyList<string>> StartAsync(IEnumerable<QueueMessage> batch)
    {
        var failed = new List<string>();
        foreach (var message in batch)
        {
            if (!await TryStartAsync(message))
            {
                failed.Add(message.Id);
            }
        }

        return failed;
    }

    private async Task<bool> TryStartAsync(QueueMessage message)
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
            logger.LogError("Message {MessageId} asks for no execution: {Reason}", message.Id, e.Message);
            return false;
        }
        catch (Exception e)
        {
            logger.LogError(e, "Message {MessageId} could not be handled and will come again", message.Id);
            return false;
        }
    }
}
