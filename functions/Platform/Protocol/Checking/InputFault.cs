namespace Sluice.Platform.Protocol.Checking;

/// <summary>A fault of an input, in AWS's words.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">Where.</param>
/// <param name="Value">What is there, as it may be shown; null if nothing of it is.</param>
/// <param name="Constraint">What was expected.</param>
internal sealed record InputFault(FaultKind Kind, Place At, string? Value, string Constraint)
{
    public override string ToString() => $"Value{(Value is null ? "" : $" {Value}")} at '{At}' failed to satisfy constraint: {Constraint}";
}
