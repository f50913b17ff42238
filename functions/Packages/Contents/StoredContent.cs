using Sluice.Packages.Model;

namespace Sluice.Packages.Contents;

/// <summary>A content that is in a domain's store.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Hashes">What it is.</param>
public sealed record StoredContent(long Size, ContentHashes Hashes);
