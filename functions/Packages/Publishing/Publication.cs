using Sluice.Packages.Model;

namespace Sluice.Packages.Publishing;

/// <summary>What somebody publishes; its contents are stored already.</summary>
/// <param name="Package">To which package.</param>
/// <param name="Version">Which version, as the format keeps it.</param>
/// <param name="Assets">The assets that come with it; others that are there stay.</param>
public sealed record Publication(PackageId Package, string Version, IReadOnlyList<StoredAsset> Assets)
{
    /// <summary>For people.</summary>
    public VersionSummary Summary { get; init; } = VersionSummary.None;

    /// <summary>What it needs.</summary>
    public IReadOnlyList<StoredDependency> Dependencies { get; init; } = [];

    /// <summary>The format's own document, by its SHA-256.</summary>
    public string? Document { get; init; }

    /// <summary>The readme, by its SHA-256.</summary>
    public string? Readme { get; init; }

    /// <summary>Why people should take another one; null if they may take it.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Tags that are to name it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether more is to come before it is published.</summary>
    public bool Unfinished { get; init; }

    /// <summary>Whether a version that is published takes more assets, as PyPI's and Maven's do.</summary>
    public bool TakesMore { get; init; }

    /// <summary>Where it comes from; null if it is published to its repository.</summary>
    public VersionOrigin? Origin { get; init; }

    /// <summary>When it could first be had elsewhere; null if that is not known, or it could not.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who publishes it; null for what is taken from outside.</summary>
    public string? By { get; init; }
}
