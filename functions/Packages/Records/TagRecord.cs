namespace Sluice.Packages.Records;

/// <summary>What a tag names.</summary>
internal sealed record TagRecord(string Version);
