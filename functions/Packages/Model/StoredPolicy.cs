namespace Sluice.Packages.Model;

/// <summary>A policy of a domain or a repository.</summary>
/// <param name="Document">JSON, as it was given.</param>
/// <param name="Revision">Another one with each change.</param>
public sealed record StoredPolicy(string Document, string Revision);
