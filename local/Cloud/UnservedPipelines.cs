using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud;

/// <summary>Where nothing starts pipelines.</summary>
internal sealed class UnservedPipelines : IPipelineStarter
{
    public Task StartAsync(string pipelineArn, JsonNode? input, string idempotencyId, CancellationToken cancellationToken) =>
        throw new PipelineRefusedException($"Nothing on this machine starts pipelines for rules yet, so that {pipelineArn} was not started.");
}
