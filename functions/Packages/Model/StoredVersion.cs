namespace Sluice.Packages.Model;

/// <summary>A version of a package in a repository.</summary>
/// <param name="Version">As its format keeps it: normalised, where the format does.</param>
/// <param name="Status">Never <see cref="PackageVersionStatus.Deleted"/>: what is deleted is not there.</param>
/// <param name="Revision">Another one with every change of its assets or metadata.</param>
/// <param name="Origin">Where it came from. A copy keeps it.</param>
/// <param name="Assets">In the order of their names; none if it is disposed of.</param>
/// <param name="CreatedAt">When it first was there.</param>
public sealed record StoredVersion(string Version, PackageVersionStatus Status, string Revision, VersionOrigin Origin, IReadOnlyList<StoredAsset> Assets, DateTimeOffset CreatedAt)
{
    /// <summary>When it was published; null while it is unfinished.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it could first be had anywhere: published by the registry outside or here. A copy keeps it. Null if it is not known.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>For people.</summary>
    public VersionSummary Summary { get; init; } = VersionSummary.None;

    /// <summary>What it needs.</summary>
    public IReadOnlyList<StoredDependency> Dependencies { get; init; } = [];

    /// <summary>The format's own document about it (npm's manifest, NuGet's entry of the catalogue), by the SHA-256 of its content; null if the format has none.</summary>
    public string? Document { get; init; }

    /// <summary>Its readme, by the SHA-256 of its content; null if it has none.</summary>
    public string? Readme { get; init; }

    /// <summary>Why people should take another one (npm's deprecation, PyPI's yank); null if they may take it.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Who published it: the name of a key; null if it was taken from outside.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>Rises with every change: its events are told apart by it.</summary>
    public long Sequence { get; init; } = 1;

    /// <summary>When it could first be had, as far as that is known: what was taken from outside without a time counts from when it was taken.</summary>
    public DateTimeOffset FirstHadAt => ReleasedAt ?? PublishedAt ?? CreatedAt;

    /// <summary>Whether whoever knows its number gets it.</summary>
    public bool IsServed => Status is PackageVersionStatus.Published or PackageVersionStatus.Unlisted;

    /// <summary>Whether lists of versions have it.</summary>
    public bool IsListed => Status is PackageVersionStatus.Published;

    /// <summary>The asset of this name; null if there is none.</summary>
    public StoredAsset? Asset(string name) => Assets.FirstOrDefault(asset => asset.Name == name);
}
