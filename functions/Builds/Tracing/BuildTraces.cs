using System.Text.Json.Nodes;
using Sluice.Builds.Records;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Tracing;

/// <summary>Tells builds that have ended, also those of pipelines and batches.</summary>
internal sealed class BuildTraces(BuildStore builds) : ITraceSource
{
    public string DetailType => BuildEvents.StateChange;

    /// <summary>The event has the build's ARN, which ends in the id.</summary>
    public async Task<IReadOnlyList<Span>> ReadAsync(JsonObject detail, CancellationToken cancellationToken) =>
        ((string?)detail["build-id"])?.Split(':')[^1] is { Length: > 0 } id && await builds.FindAsync(id, cancellationToken) is { } build && build.HasEnded() ? BuildSpans.Of(build) : [];
}
