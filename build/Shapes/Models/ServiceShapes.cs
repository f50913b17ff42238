namespace Sluice.Shapes.Models;

/// <summary>A service's shapes.</summary>
/// <param name="Service">The model's name, e.g. <c>codedeploy</c>.</param>
/// <param name="Id">The service as a name in C#, e.g. <c>CodeDeploy</c>.</param>
/// <param name="Namespace">Where they are to be.</param>
/// <param name="Structures">The inputs and outputs of all operations, and what is in them.</param>
/// <param name="Enums">The enums in them.</param>
/// <param name="Operations">All operations.</param>
/// <param name="Fault">Why there are none.</param>
internal sealed record ServiceShapes(
    string Service, string Id, string Namespace, EquatableList<StructureShape> Structures, EquatableList<EnumShape> Enums, EquatableList<OperationShape> Operations, Fault? Fault = null)
{
    public static ServiceShapes Unreadable(ModelInput input, Fault fault) => new(input.Service, "", input.Namespace, new([]), new([]), new([]), fault);
}
