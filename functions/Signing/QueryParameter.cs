namespace Sluice.Signing;

/// <summary>A parameter of a query, percent-encoded as the canonical request has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; empty if it has none.</param>
public sealed record QueryParameter(string Name, string Value);
