using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Tests.Protocol;

/// <summary>Each rule of an input's model is broken with an error that the operation declares, so that clients know it.</summary>
public sealed class DeclaredConstraintTests
{
    private static readonly ServiceModel _model = new ServiceModels()["codedeploy"];

    [Fact]
    public void Every_rule_of_every_input_has_an_error_of_its_operation()
    {
        var faults = _model.Operations.Values.Where(operation => operation.Input is not null)
            .SelectMany(operation => Inside(null, operation.Input!).Select(fault => (Operation: operation, Fault: fault)));

        // InvalidInputException, which is for the rest, has to do for one member, and for the operation that declares no error at all.
        faults.Where(one => FaultErrors.Declared(_model, one.Operation, one.Fault) is null)
            .Select(one => $"{one.Operation.Name} {one.Fault.At} {one.Fault.Kind}")
            .ShouldBe(
                ["CreateDeploymentGroup outdatedInstancesStrategy Constraint", "UpdateDeploymentGroup outdatedInstancesStrategy Constraint", "DeleteResourcesByExternalId externalId Constraint"],
                ignoreOrder: true);
    }

    private static IEnumerable<InputFault> Inside(Place? parent, Shape shape) =>
    [
        .. shape.Required.Select(name => new InputFault(FaultKind.Missing, Place.Of(shape.Members[name], parent), null, "")),
        .. shape.Members.Values.SelectMany(member => Of(Place.Of(member, parent))),
    ];

    private static IEnumerable<InputFault> Of(Place at) =>
    [
        .. IsBound(at.Shape) ? [new InputFault(FaultKind.Constraint, at, null, "")] : Array.Empty<InputFault>(),
        .. at.Shape.Type switch
        {
            ShapeType.Structure => Inside(at, at.Shape),
            ShapeType.List => [new InputFault(FaultKind.Missing, at.Element(0, at.Shape.Element!), null, ""), .. Of(at.Element(0, at.Shape.Element!))],
            ShapeType.Map => [.. Of(at.MapKey("key", at.Shape.Key!)), .. Of(at.MapValue("key", at.Shape.Element!))],
            _ => [],
        },
    ];

    private static bool IsBound(Shape shape) => shape.Enum.Count > 0 || shape.Min is not null || shape.Max is not null || shape.Pattern is not null;
}
