using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Which deployments are to be listed; null asks for any.</summary>
/// <param name="DeploymentGroupId">Those of a group.</param>
/// <param name="ExternalId">Those of a pipeline's run.</param>
/// <param name="Statuses">Those of a status.</param>
/// <param name="From">Those made then or later.</param>
/// <param name="To">Those made then or earlier.</param>
/// <param name="Token">Where the last page ended.</param>
internal sealed record ListingQuery(
    string? DeploymentGroupId, string? ExternalId, IReadOnlyCollection<DeploymentStatus>? Statuses, DateTimeOffset? From, DateTimeOffset? To, string? Token)
{
    /// <summary>The partition that holds them all, newest first. Deployments that go on are few, and have a partition of their own.</summary>
    public Query Table(int limit) => OnlyActive()
        ? Range(new Query(DeploymentKeys.Active) { OnIndex = true }, limit)
        : DeploymentGroupId is { } group ? Range(new Query(ListingKeys.Group(group)), limit)
        : ExternalId is { } external ? Range(new Query(ListingKeys.External(external)), limit)
        : Range(new Query(ListingKeys.All) { OnIndex = true }, limit);

    /// <summary>Whether items of that partition are deployments' records.</summary>
    public bool OnlyActive() => Statuses is { Count: > 0 } statuses && statuses.All(DeploymentStatuses.Active.Contains);

    public bool Takes(ListedDeployment listed) =>
        (DeploymentGroupId is null || listed.DeploymentGroupId == DeploymentGroupId)
        && (ExternalId is null || listed.ExternalId == ExternalId)
        && (Statuses is not { Count: > 0 } statuses || statuses.Contains(listed.Status));

    private Query Range(Query query, int limit) => query with
    {
        Descending = true,
        Limit = limit,
        PageToken = Token,
        SkFrom = From is { } from ? ListingKeys.At(from) : null,
        SkTo = To is { } to ? ListingKeys.After(to) : null,
    };
}
