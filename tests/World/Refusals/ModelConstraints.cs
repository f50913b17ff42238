using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World.Refusals;

/// <summary>The rules of a model's inputs, and the errors that are answered when they are broken, whether the operation is built or not.</summary>
internal static class ModelConstraints
{
    /// <summary>Those that no error tells which the operation declares: <c>operation place, kind of fault</c>.</summary>
    public static IReadOnlyList<string> Undeclared(ServiceModel model) =>
        Found(model, (operation, fault) => operation.Errors.Contains(FaultErrors.Error(model, operation, [fault]).Code));

    /// <summary>Those for which the operation declares no error of their own, be there one for whatever is wrong.</summary>
    public static IReadOnlyList<string> Unnamed(ServiceModel model) => Found(model, (operation, fault) => FaultErrors.Declared(model, operation, fault) is not null);

    private static IReadOnlyList<string> Found(ServiceModel model, Func<OperationModel, InputFault, bool> isTold) =>
    [
        .. from operation in model.Operations.Values
           where operation.Input is not null
           from fault in Inside(null, operation.Input!, [])
           where !isTold(operation, fault)
           select $"{operation.Name} {fault.At} {fault.Kind}",
    ];

    // A shape that is inside itself is gone into once.
    private static IEnumerable<InputFault> Inside(Place? parent, Shape shape, IReadOnlyList<Shape> outer) => outer.Contains(shape) ? [] :
    [
        .. shape.Required.Select(name => new InputFault(FaultKind.Missing, Place.Of(shape.Members[name], parent), null, "")),
        .. shape.Members.Values.SelectMany(member => Of(Place.Of(member, parent), [.. outer, shape])),
    ];

    private static IEnumerable<InputFault> Of(Place at, IReadOnlyList<Shape> outer) =>
    [
        .. IsBound(at.Shape) ? [new InputFault(FaultKind.Constraint, at, null, "")] : Array.Empty<InputFault>(),
        .. at.Shape.Type switch
        {
            ShapeType.Structure => Inside(at, at.Shape, outer),
            ShapeType.List => [new InputFault(FaultKind.Missing, at.Element(0, at.Shape.Element!), null, ""), .. Of(at.Element(0, at.Shape.Element!), outer)],
            ShapeType.Map => [.. Of(at.MapKey("key", at.Shape.Key!), outer), .. Of(at.MapValue("key", at.Shape.Element!), outer)],
            _ => [],
        },
    ];

    private static bool IsBound(Shape shape) => shape.Enum.Count > 0 || shape.Min is not null || shape.Max is not null || shape.Pattern is not null;
}
