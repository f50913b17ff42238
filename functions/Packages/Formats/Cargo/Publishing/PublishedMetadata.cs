using Sluice.Packages.Formats.Cargo.Manifests;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>What cargo says of a crate that it publishes.</summary>
/// <param name="Manifest">As far as its manifest would say the same.</param>
/// <param name="Readme">Its readme; null if it has none.</param>
internal sealed record PublishedMetadata(CargoToml Manifest, string? Readme);
