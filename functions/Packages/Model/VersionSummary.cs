namespace Sluice.Packages.Model;

/// <summary>What a version says of itself, for people.</summary>
public sealed record VersionSummary
{
    /// <summary>Nothing.</summary>
    public static readonly VersionSummary None = new();

    /// <summary>The name as it was written.</summary>
    public string? DisplayName { get; init; }

    /// <summary>In a sentence.</summary>
    public string? Summary { get; init; }

    /// <summary>A URL.</summary>
    public string? HomePage { get; init; }

    /// <summary>A URL.</summary>
    public string? SourceCodeRepository { get; init; }

    /// <summary>Names, or SPDX expressions.</summary>
    public IReadOnlyList<StoredLicense> Licenses { get; init; } = [];
}
