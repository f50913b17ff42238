namespace Sluice.Local.Cloud.Functions;

/// <summary>A request that a version has answered.</summary>
/// <param name="Function">The function.</param>
/// <param name="Qualifier">The alias or version that the caller named; null if none.</param>
/// <param name="Result">The answer.</param>
internal sealed record AnsweredInvocation(string Function, string? Qualifier, InvocationResult Result);
