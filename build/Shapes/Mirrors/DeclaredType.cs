namespace Sluice.Shapes.Mirrors;

/// <summary>A type that a project writes by hand.</summary>
internal sealed record DeclaredType(string Name, Place Place);
