namespace Sluice.Platform.Tables;

/// <summary>A stored document and the revision at which it was read.</summary>
public sealed record Versioned<T>(T Value, long Rev);
