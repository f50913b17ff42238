namespace Sluice.BuildRunner.Caches;

/// <summary>A link that is kept.</summary>
/// <param name="Path">As the buildspec's patterns name it.</param>
/// <param name="Target">Relative to where the link is.</param>
internal sealed record CacheLink(string Path, string Target);
