namespace Sluice.Shapes.Models;

/// <summary>An operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The structure that it takes; null is nothing.</param>
/// <param name="Output">The structure that it answers; null is nothing.</param>
internal sealed record OperationShape(string Name, string? Input, string? Output);
