namespace Sluice.Packages.Upstreams;

/// <summary>A registry outside that a repository can take from.</summary>
/// <param name="Name">As CodeArtifact calls it.</param>
/// <param name="Format">Whose packages it has.</param>
/// <param name="Address">Where it is, with a slash at its end.</param>
public sealed record ExternalConnection(string Name, PackageFormat Format, Uri Address);
