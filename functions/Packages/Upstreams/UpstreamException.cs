using Sluice.Packages.Records;

namespace Sluice.Packages.Upstreams;

/// <summary>A registry outside does not answer, or not well. Nothing is kept of it.</summary>
/// <param name="message">Which, and why; no secret.</param>
public sealed class UpstreamException(string message) : ApiException(PackageErrors.UpstreamCode, message);
