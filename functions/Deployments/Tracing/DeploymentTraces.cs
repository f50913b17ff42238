using System.Text.Json.Nodes;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Runs;
using Sluice.Platform.Tracing;

namespace Sluice.Deployments.Tracing;

/// <summary>Tells deployments that have ended, also those of pipelines. What a rollback is recorded as is the last part of the deployment that it rolled back, and is told with that.</summary>
internal sealed class DeploymentTraces(DeploymentStore deployments, ShiftPlatforms platforms) : ITraceSource
{
    public string DetailType => DeploymentEvents.StateChange;

    public async Task<IReadOnlyList<Span>> ReadAsync(JsonObject detail, CancellationToken cancellationToken) =>
        (string?)detail["deploymentId"] is { } id && await deployments.FindAsync(id, cancellationToken) is { IsEnded: true } record && record.Request?.Creator != DeploymentRequest.Rollback
            ? DeploymentSpans.Of(platforms.Of(record.Plan), record)
            : [];
}
