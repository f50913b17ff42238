namespace Sluice.Deployments.Api.Deployments;

/// <summary>Listings that are often asked for.</summary>
public static class DeploymentListings
{
    /// <summary>All deployments that have not ended.</summary>
    public static ListDeploymentsInput NotEnded { get; } = new() { IncludeOnlyStatuses = [.. DeploymentStatuses.Active] };
}
