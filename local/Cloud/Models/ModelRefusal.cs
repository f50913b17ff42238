using Sluice.Platform.Protocol.Checking;

namespace Sluice.Local.Cloud.Models;

/// <summary>All faults of an input in the words that most AWS services have for them.</summary>
internal static class ModelRefusal
{
    /// <summary>E.g. <c>1 validation error detected: Value 'x' at 'alarmActions.1.member' failed to satisfy constraint: …</c>.</summary>
    public static string Text(IReadOnlyList<ModelFault> faults) =>
        $"{faults.Count} validation error{(faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", faults.Select(Text))}";

    private static string Text(ModelFault fault) =>
        $"Value{(fault.Value is null ? "" : $" {fault.Value}")} at '{Camel(fault.At)}' failed to satisfy constraint: {fault.Constraint}";

    private static string Camel(string place) => string.Join('.', place.Split('.').Select(part => part.Length == 0 ? "" : char.ToLowerInvariant(part[0]) + part[1..]));
}
