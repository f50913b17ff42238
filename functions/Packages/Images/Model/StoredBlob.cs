namespace Sluice.Packages.Images.Model;

/// <summary>A blob that an image has.</summary>
internal sealed record StoredBlob(string Digest, string Sha256, long Size);
