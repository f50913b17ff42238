using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Checking;

/// <summary>Which error an input's faults are answered with, and the message that names them all.</summary>
internal static class FaultErrors
{
    private const string InvalidInput = "InvalidInputException";

    public static ApiException Error(ServiceModel service, OperationModel operation, IReadOnlyList<InputFault> faults)
    {
        var message = $"{faults.Count} validation error{(faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", faults)}";
        return new ApiException(Code(service, operation, faults), message);
    }

    private static string Code(ServiceModel service, OperationModel operation, IReadOnlyList<InputFault> faults)
    {
        if (faults.Any(fault => fault.Kind == FaultKind.Type))
        {
            return CommonErrors.Serialization;
        }

        return faults.Select(fault => Declared(service, operation, fault)).FirstOrDefault(code => code is not null)
            ?? (operation.Errors.Contains(InvalidInput) ? InvalidInput : CommonErrors.Validation);
    }

    /// <summary>The error that the operation declares for such a fault at such a place: for the value itself, else for what it is in.</summary>
    internal static string? Declared(ServiceModel service, OperationModel operation, InputFault fault)
    {
        for (var at = fault.At; at is not null; at = at.Parent)
        {
            var named = ErrorNames.Of(service, at).SelectMany(name => Codes(fault.Kind, name)).FirstOrDefault(operation.Errors.Contains);
            if (named is not null)
            {
                return named;
            }
        }

        return null;
    }

    private static IEnumerable<string> Codes(FaultKind kind, string name) =>
        kind == FaultKind.Missing ? [$"{name}RequiredException", $"Invalid{name}Exception"] : [$"Invalid{name}Exception"];
}
