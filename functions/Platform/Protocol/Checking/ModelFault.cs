using System.Text.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Checking;

/// <summary>Where an input breaks its model, for services that word their refusals themselves.</summary>
/// <param name="At">The place, with lists as AWS writes them: <c>tags.1.member.key</c>.</param>
/// <param name="Shape">What is expected there.</param>
/// <param name="Value">What is there, as it may be shown; null if nothing of it is.</param>
/// <param name="Constraint">What was expected, in AWS's words: <c>Member must not be null</c>.</param>
/// <param name="IsMissing">Whether it is not there at all.</param>
public sealed record ModelFault(string At, Shape Shape, string? Value, string Constraint, bool IsMissing)
{
    /// <summary>All faults of an input, those of what is missing first at each level.</summary>
    public static IReadOnlyList<ModelFault> Of(Shape shape, JsonElement input) =>
        [.. InputCheck.Faults(shape, input).Select(fault => new ModelFault(fault.At.ToString(), fault.At.Shape, fault.Value, fault.Constraint, fault.Kind == FaultKind.Missing))];
}
