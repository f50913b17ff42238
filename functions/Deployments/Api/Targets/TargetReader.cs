using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Finds deployments whose targets are asked for.</summary>
public sealed class TargetReader(DeploymentStore store)
{
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>, <c>DeploymentNotStartedException</c>.</exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    internal async Task<Deployment> StartedAsync(string? deploymentId, CancellationToken cancellationToken)
    {
        var record = await store.GetAsync(DeploymentErrors.CheckedId(deploymentId), cancellationToken);
        return record.StartTime is null && !record.IsEnded ? throw DeploymentErrors.NotStarted(record) : record;
    }

    /// <summary>For the older operations, which know servers and functions only.</summary>
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>, <c>InvalidComputePlatformException</c>.</exception>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    internal async Task<Deployment> OlderAsync(string? deploymentId, CancellationToken cancellationToken)
    {
        var record = await store.GetAsync(DeploymentErrors.CheckedId(deploymentId), cancellationToken);
        return record.Plan.Target.NoInstance() is { } what ? throw TargetErrors.InvalidPlatform(record, what) : record;
    }
}
