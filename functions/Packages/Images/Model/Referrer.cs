namespace Sluice.Packages.Images.Model;

/// <summary>A manifest that is about another one.</summary>
internal sealed record Referrer(string Digest);
