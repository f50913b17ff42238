using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>A structure that is to be written.</summary>
internal sealed record NamedShape(string Name, string Summary, JsonValue Document);
