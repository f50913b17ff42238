using Sluice.Packages.Images.Model;

namespace Sluice.Packages.Images.Manifests;

/// <summary>What a manifest names.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="IsOutside">Whether it is not to be here: a layer that its licence keeps where it is.</param>
internal sealed record Descriptor(string MediaType, ImageDigest Digest, long Size, bool IsOutside);
