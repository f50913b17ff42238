namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>What is remembered of a revision that was registered or deployed. The text of an appspec is kept apart from it.</summary>
/// <param name="Revision">Where it is; of an appspec its SHA-256 only.</param>
/// <param name="RegisterTime">When it was first heard of.</param>
public sealed record ApplicationRevision(RevisionLocation Revision, DateTimeOffset RegisterTime)
{
    /// <summary>A note about it.</summary>
    public string? Description { get; init; }

    /// <summary>When a deployment first had it; null if none did.</summary>
    public DateTimeOffset? FirstUsedTime { get; init; }

    /// <summary>When a deployment last had it; null if none did.</summary>
    public DateTimeOffset? LastUsedTime { get; init; }
}
