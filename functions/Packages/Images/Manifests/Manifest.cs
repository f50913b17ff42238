using System.Text.Json.Nodes;
using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Manifests;

/// <summary>What a manifest says.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Blobs">The config and the layers of an image.</param>
/// <param name="Manifests">The manifests of an index.</param>
internal sealed record Manifest(string MediaType, IReadOnlyList<Descriptor> Blobs, IReadOnlyList<Descriptor> Manifests)
{
    /// <summary>What kind of artifact it is: said by itself, or the type of its config; null if neither is there.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>The manifest that it is about, which need not be there; null if it is about none.</summary>
    public ImageDigest? Subject { get; init; }

    /// <summary>As they are written; null if there are none.</summary>
    public JsonObject? Annotations { get; init; }

    /// <summary>The digests of all that must be here.</summary>
    public IReadOnlyList<string> Names => [.. Blobs.Concat(Manifests).Where(named => !named.IsOutside).Select(named => named.Digest.ToString()).Distinct()];
}
