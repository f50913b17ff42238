using Sluice.Deployments.Revisions;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>Which revision each group of an application has now.</summary>
/// <param name="Groups">Names of groups by what identifies their revision.</param>
internal sealed record CurrentRevisions(ILookup<string, string> Groups)
{
    /// <summary>The groups that have it, in the order of their names.</summary>
    public IReadOnlyList<string> GroupsOf(RevisionLocation revision) => [.. Groups[RevisionIdentity.Of(revision)].Order(StringComparer.Ordinal)];

    public bool Has(RevisionLocation revision) => Groups.Contains(RevisionIdentity.Of(revision));
}
