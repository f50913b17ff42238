using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Batching;

/// <summary>What the pipeline is told about a batch.</summary>
internal static class BatchResults
{
    public static JsonNode? Of(BatchRecord batch)
    {
        var succeeded = batch.Status == BuildStatus.Succeeded;
        var result = new ActionResult(
            succeeded ? ActionStatus.Succeeded : ActionStatus.Failed,
            batch.FullId(),
            null,
            succeeded ? null : batch.Message ?? $"The batch ended as {batch.Status.WireName()}.",
            succeeded ? batch.OutputArtifacts() : new Dictionary<string, ObjectRef>());
        return JsonSerializer.SerializeToNode(result, SluiceJson.Options);
    }
}
