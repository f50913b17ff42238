namespace Sluice.Packages.Model;

/// <summary>A licence of a version.</summary>
/// <param name="Name">Its name or SPDX expression; null if only the URL is known.</param>
/// <param name="Url">Where it is; null if that is not said.</param>
public sealed record StoredLicense(string? Name, string? Url = null);
