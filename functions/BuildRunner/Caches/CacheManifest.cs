namespace Sluice.BuildRunner.Caches;

/// <summary>What is kept under a key.</summary>
/// <param name="Packs">The contents, by their SHA-256 in hexadecimal: what is the same is there once, whoever kept it.</param>
/// <param name="Files">In the order of their paths.</param>
/// <param name="Links">In the order of their paths.</param>
internal sealed record CacheManifest(IReadOnlyList<CachePack> Packs, IReadOnlyList<CacheFile> Files, IReadOnlyList<CacheLink> Links)
{
    /// <summary>Whether all in it fits together.</summary>
    public bool IsSound() => Packs.All(pack => pack?.IsSound() == true) && Links.All(link => link is { Path: not null, Target: not null })
        && Files.All(file => file is { Path: not null, Pack: >= 0 } && file.Pack < Packs.Count && file.Size >= 0 && file.Offset >= 0 && file.Offset <= Packs[file.Pack].Size - file.Size);
}
