namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>A place in an ordered listing of revisions.</summary>
internal sealed record RevisionPlace(long Ticks, string Identity) : IComparable<RevisionPlace>
{
    public int CompareTo(RevisionPlace? other) => other is null ? 1
        : Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks)
        : string.CompareOrdinal(Identity, other.Identity);
}
