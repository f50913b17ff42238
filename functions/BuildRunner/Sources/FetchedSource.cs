namespace Sluice.BuildRunner.Sources;

/// <summary>A source that is here.</summary>
/// <param name="Identifier">Of a secondary source; null of the primary.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Url">Where it came from, without a password; null for none.</param>
/// <param name="AskedVersion">What was asked for; null for the newest.</param>
/// <param name="Version">What that turned out to be: a commit, or an object's version; null if it has none.</param>
internal sealed record FetchedSource(string? Identifier, string Folder, string? Url, string? AskedVersion, string? Version);
