namespace Sluice.Shapes.Models;

/// <summary>A text with a set of values.</summary>
internal sealed record EnumShape(string Name, EquatableList<string> Values);
