using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>What becomes of a version.</summary>
/// <param name="After">As it is to be; null if it is to be deleted, or nothing is to become of it.</param>
/// <param name="Failure">Why nothing is to become of it; null if something is.</param>
internal sealed record VersionVerdict(StoredVersion? After, VersionFailure? Failure = null)
{
    /// <summary>It is deleted.</summary>
    public static VersionVerdict Deleted { get; } = new((StoredVersion?)null);

    /// <summary>It stays as it is.</summary>
    public static VersionVerdict Fails(VersionFailure failure) => new(null, failure);

    /// <summary>Tags that are to name it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
