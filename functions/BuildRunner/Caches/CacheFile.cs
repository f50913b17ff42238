namespace Sluice.BuildRunner.Caches;

/// <summary>A file that is kept.</summary>
/// <param name="Path">As the buildspec's patterns name it: relative to the source, or absolute. Divided by slashes.</param>
/// <param name="Mode">Who may read, write and execute it, as stat(2) has it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ModifiedAt">In ticks of UTC: with the size it tells that a file is as it was.</param>
/// <param name="Pack">Which of the packs its content is in.</param>
/// <param name="Offset">From where on.</param>
internal sealed record CacheFile(string Path, int Mode, long Size, long ModifiedAt, int Pack, long Offset);
