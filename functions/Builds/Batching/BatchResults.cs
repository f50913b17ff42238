using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Batching;

/// <summary>What the pipeline is told about a batch.</summary>
internal static class BatchResults
{
    public static ActionResult Of(BatchRecord batch)
    {
        var succeeded = batch.Status == BuildStatus.Succeeded;
        return new ActionResult(
            succeeded ? ActionStatus.Succeeded : ActionStatus.Failed,
            batch.FullId(),
            null,
            succeeded ? null : batch.Message ?? $"The batch ended as {batch.Status.WireName()}.",
            succeeded ? batch.OutputArtifacts() : new Dictionary<string, ObjectRef>());
    }
}
