using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>What whoever changes versions takes them to be. Pure.</summary>
/// <param name="Revisions">Of each version; null if it does not matter.</param>
/// <param name="Status">Of all of them; null if it does not matter.</param>
internal sealed record Expectation(IReadOnlyDictionary<string, string>? Revisions = null, PackageVersionStatus? Status = null)
{
    /// <summary>What is otherwise; null if nothing is.</summary>
    public VersionFailure? Failure(StoredVersion version) =>
        Revisions is not null && Revisions.TryGetValue(version.Version, out var revision) && revision != version.Revision ? VersionFailure.OtherRevision(version.Revision, revision)
        : Status is { } status && status != version.Status ? VersionFailure.OtherStatus(version.Status, status)
        : null;
}
