namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>An error and its cause; null is what nobody said.</summary>
internal sealed record Failure(string? Error, string? Cause, FailureKind Kind = FailureKind.Plain)
{
    /// <summary>As the execution and its history tell it: what is empty is left out.</summary>
    internal Failure Told => this with { Error = Error is "" ? null : Error, Cause = Cause is "" ? null : Cause };

    internal static Failure Runtime(string cause) => new(ErrorNames.Runtime, cause);
}
