using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Targets;

/// <summary>Events that start a pipeline.</summary>
internal sealed class PipelineTarget(IPipelineStarter pipelines) : IDeliveryTarget
{
    public string Service => "codepipeline";

    public string? Fault(ResourceArn arn) => arn.Resource.Contains('/') || arn.Resource.Contains(':') ? $"'{arn.Resource}' is no pipeline" : null;

    public async Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await pipelines.StartAsync(arn, Parsed(delivery.Body), delivery.Id, cancellationToken);
        }
        catch (PipelineRefusedException e)
        {
            throw new DeliveryFailedException("RESOURCE_NOT_FOUND", e.Message, isFinal: true);
        }
    }

    private static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
