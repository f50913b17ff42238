namespace Sluice.Deployments.Api.Deployments;

/// <summary>Input of <see cref="ListDeployments"/>.</summary>
/// <param name="ApplicationName">With a group only.</param>
/// <param name="DeploymentGroupName">With an application only.</param>
/// <param name="ExternalId">The run of a pipeline.</param>
/// <param name="IncludeOnlyStatuses">Those of a status; empty is all.</param>
/// <param name="CreateTimeRange">Those made in it.</param>
/// <param name="NextToken">Where the last page ended.</param>
public sealed record ListDeploymentsInput(
    string? ApplicationName,
    string? DeploymentGroupName,
    string? ExternalId,
    IReadOnlyList<string>? IncludeOnlyStatuses,
    TimeRange? CreateTimeRange,
    string? NextToken)
{
    /// <summary>Asks for all that have not ended.</summary>
    public static ListDeploymentsInput NotEnded { get; } = new(null, null, null, DeploymentStatus.Active, null, null);
}
