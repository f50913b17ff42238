namespace Sluice.Packages.Model;

/// <summary>A file of a version. Its content is in the domain's store, under its SHA-256.</summary>
/// <param name="Name">Its name, unique in the version.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hashes">What it is.</param>
public sealed record StoredAsset(string Name, long Size, ContentHashes Hashes)
{
    /// <summary>What the format keeps of this file beside its bytes, by names of its own, e.g. which Python it wants; null if nothing.</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }
}
