namespace Sluice.Packages.Images.Model;

/// <summary>A manifest that an image has. Its document is a content of the domain.</summary>
/// <param name="Digest">By which it was pushed.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Sha256">Where its document is.</param>
/// <param name="Size">Bytes of the document.</param>
/// <param name="Names">The digests of all that it needs: blobs and manifests.</param>
/// <param name="PushedAt">When.</param>
internal sealed record StoredManifest(string Digest, string MediaType, string Sha256, long Size, IReadOnlyList<string> Names, DateTimeOffset PushedAt)
{
    /// <summary>The manifest that it is about; null if it is about none.</summary>
    public string? Subject { get; init; }

    /// <summary>Who pushed it: the name of a key.</summary>
    public string? PushedBy { get; init; }
}
