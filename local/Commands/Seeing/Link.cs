namespace Sluice.Local.Commands.Seeing;

/// <summary>Where a person can look at something.</summary>
internal sealed record Link(string What, string Url);
