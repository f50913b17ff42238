using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Revisions;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>Which revisions are to be listed, and in which order.</summary>
/// <param name="ApplicationId">Whose.</param>
/// <param name="SortBy"><c>registerTime</c>, <c>firstUsedTime</c> or <c>lastUsedTime</c>; null is <c>registerTime</c>.</param>
/// <param name="SortOrder"><c>ascending</c>, which null is too, or <c>descending</c>.</param>
/// <param name="S3Bucket">Only those in this bucket.</param>
/// <param name="S3KeyPrefix">Only those whose keys begin so.</param>
/// <param name="Deployed"><c>include</c>: only those that a group has now; <c>exclude</c>: only others; <c>ignore</c>, which null is too: all.</param>
internal sealed record RevisionQuery(string ApplicationId, ApplicationRevisionSortBy? SortBy, SortOrder? SortOrder, string? S3Bucket, string? S3KeyPrefix, ListStateFilterAction? Deployed)
{
    public bool Takes(ApplicationRevision revision, CurrentRevisions current) =>
        (S3Bucket is null || revision.Revision.S3Location?.Bucket == S3Bucket)
        && (S3KeyPrefix is null || revision.Revision.S3Location?.Key?.StartsWith(S3KeyPrefix, StringComparison.Ordinal) is true)
        && Deployed switch
        {
            ListStateFilterAction.include => current.Has(revision.Revision),
            ListStateFilterAction.exclude => !current.Has(revision.Revision),
            _ => true,
        };

    /// <summary>Its place in the order: those that were never used come before all others, and what is of one time is in one order too.</summary>
    public RevisionPlace PlaceOf(ApplicationRevision revision) => new(
        (SortBy switch
        {
            ApplicationRevisionSortBy.firstUsedTime => revision.FirstUsedTime,
            ApplicationRevisionSortBy.lastUsedTime => revision.LastUsedTime,
            _ => revision.RegisterTime,
        })?.UtcTicks ?? 0,
        RevisionIdentity.Of(revision.Revision));
}
