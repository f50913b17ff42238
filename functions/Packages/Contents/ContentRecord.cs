namespace Sluice.Packages.Contents;

/// <summary>A content that the domain stores.</summary>
internal sealed record ContentRecord(long Size);
