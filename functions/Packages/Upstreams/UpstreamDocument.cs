namespace Sluice.Packages.Upstreams;

/// <summary>A document of a registry outside, as it was last read.</summary>
/// <param name="Sha256">Of its content: another one if it is another document.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">As it was answered; null if that was not said.</param>
public sealed record UpstreamDocument(string Sha256, byte[] Content, string? ContentType);
