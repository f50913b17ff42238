using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Swift.Releases;

/// <summary>How a release's files are called, and what is kept beside them.</summary>
internal static class SwiftAssets
{
    public const string Archive = "source-archive.zip";
    public const string ArchiveSignature = "source-archive.zip.sig";
    public const string Metadata = "package-metadata.json";
    public const string MetadataSignature = "package-metadata.json.sig";

    /// <summary>The archive's: how it is signed.</summary>
    public const string SignatureFormat = "signatureFormat";

    /// <summary>The archive's: where its source is, a line each.</summary>
    public const string SourceUrls = "repositoryURLs";

    /// <summary>A manifest's: which tools it wants.</summary>
    public const string ToolsVersion = "toolsVersion";

    public static string? Fact(this StoredAsset asset, string name) => asset.Facts?.GetValueOrDefault(name);
}
