namespace Sluice.Packages.Model;

/// <summary>A file of a version. Its content is in the domain's store, under its SHA-256.</summary>
/// <param name="Name">Its name, unique in the version.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hashes">What it is.</param>
public sealed record StoredAsset(string Name, long Size, ContentHashes Hashes);
