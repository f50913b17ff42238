namespace Sluice.Local.Commands.Planning;

/// <summary>Where a source stands, as far as it can be read from here.</summary>
/// <param name="Branch">Its branch; null if it has none, or is not known.</param>
/// <param name="Revision">The newest there; null if it cannot be read from here.</param>
/// <param name="WhyNot">Why not.</param>
internal sealed record SourceHead(string? Branch, string? Revision, string? WhyNot = null);
