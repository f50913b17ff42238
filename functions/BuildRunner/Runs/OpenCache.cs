using Sluice.BuildRunner.Caches;

namespace Sluice.BuildRunner.Runs;

/// <summary>A build's cache while the build runs.</summary>
/// <param name="Cache">It.</param>
/// <param name="Key">As it was when the build began; null for none.</param>
internal sealed record OpenCache(BuildCache Cache, string? Key);
