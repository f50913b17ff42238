namespace Sluice.Shapes.Models;

/// <summary>Named members.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Summary">Whose input or output it is.</param>
/// <param name="Members">In the model's order.</param>
internal sealed record StructureShape(string Name, string Summary, EquatableList<MemberShape> Members);
