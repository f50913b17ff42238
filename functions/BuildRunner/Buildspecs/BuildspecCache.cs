namespace Sluice.BuildRunner.Buildspecs;

/// <summary>The buildspec's <c>cache</c>.</summary>
/// <param name="Paths">Patterns, relative to the source or absolute.</param>
/// <param name="Key">Evaluated by the build's shell; null for one cache of all builds.</param>
/// <param name="FallbackKeys">Beginnings of keys that will do, the best first; evaluated as the key is.</param>
/// <param name="Restores">Whether the build begins with what was kept.</param>
/// <param name="Saves">Whether what it leaves is kept.</param>
internal sealed record BuildspecCache(IReadOnlyList<string> Paths, string? Key, IReadOnlyList<string> FallbackKeys, bool Restores, bool Saves);
