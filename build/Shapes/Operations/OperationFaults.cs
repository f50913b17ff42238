using Sluice.Shapes.Models;

namespace Sluice.Shapes.Operations;

/// <summary>What is wrong with classes that carry out operations.</summary>
internal static class OperationFaults
{
    public static IEnumerable<Fault> Of(IReadOnlyList<ServiceShapes> services, IEnumerable<DeclaredOperation> operations)
    {
        // Of a model that cannot be read nothing is known, and that it cannot be read is told already.
        if (services.Count == 0 || services.Any(service => service.Fault is not null))
        {
            yield break;
        }

        foreach (var operation in operations)
        {
            var model = services.SelectMany(service => service.Operations).FirstOrDefault(known => known.Name == operation.Name);
            var fault = model is null
                ? new Fault(Faults.NotInModel, operation.Place, $"{operation.Name} implements IOperation, but {Models(services)} has no operation of this name{Near(services, operation.Name)}.")
                : Shape(operation, "takes", operation.Input, model.Input) ?? Shape(operation, "answers", operation.Output, model.Output);
            if (fault is not null)
            {
                yield return fault;
            }
        }
    }

    private static Fault? Shape(DeclaredOperation operation, string verb, string declared, string? expected) =>
        expected is null || declared == expected.TrimStart('@') ? null
        : new Fault(Faults.OtherShape, operation.Place, $"{operation.Name} {verb} {declared}, but in the model {expected}.");

    private static string Models(IReadOnlyList<ServiceShapes> services) => $"the model of {string.Join(" and of ", services.Select(service => service.Service))}";

    private static string Near(IReadOnlyList<ServiceShapes> services, string name) =>
        services.SelectMany(service => service.Operations).FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $"; it has {near.Name}"
            : "";
}
