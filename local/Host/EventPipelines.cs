using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Cloud;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Platform.Api;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host;

/// <summary>Starts pipelines for EventBridge's rules whose target is a pipeline's ARN.</summary>
internal sealed class EventPipelines(IServiceProvider services) : IPipelineStarter
{
    public async Task StartAsync(string pipelineArn, JsonNode? input, string idempotencyId, CancellationToken cancellationToken)
    {
        var name = ResourceArn.Read(pipelineArn)?.Resource ?? throw new PipelineRefusedException($"'{pipelineArn}' is no ARN of a pipeline.");
        try
        {
            await services.GetRequiredService<EventStarts>().StartAsync(Read(input) with { Name = name, EventId = idempotencyId }, cancellationToken);
        }
        catch (ApiException e)
        {
            throw new PipelineRefusedException(e.Message);
        }
    }

    /// <summary>An input that is no start, as the event itself, says nothing.</summary>
    private static EventStart Read(JsonNode? input)
    {
        try
        {
            return input is JsonObject members && (members.ContainsKey("sourceRevisions") || members.ContainsKey("variables"))
                ? members.Deserialize<EventStart>(SluiceJson.Options)!
                : new EventStart();
        }
        catch (JsonException e)
        {
            throw new PipelineRefusedException($"The target's input is no start of a pipeline: {e.Message}");
        }
    }
}
