namespace Sluice.Packages.Model;

/// <summary>Rules of a repository or a package group.</summary>
/// <param name="Rules">What they say.</param>
/// <param name="Document">JSON, as it was given.</param>
/// <param name="Revision">Another one with each change.</param>
public sealed record StoredRules(PackageRules Rules, string Document, string Revision);
