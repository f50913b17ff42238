namespace Sluice.Local.Commands.Seeing;

/// <summary>What <c>open --json</c> prints.</summary>
internal sealed record Links(IReadOnlyList<Link> Items);
