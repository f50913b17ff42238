namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Which function is meant, and which version or alias of it.</summary>
internal sealed record QualifiedInput(string? FunctionName, string? Qualifier);
