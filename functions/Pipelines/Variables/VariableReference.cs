namespace Sluice.Pipelines.Variables;

/// <summary>A place in a text that stands for a variable.</summary>
/// <param name="Text">As it is written, with its braces.</param>
/// <param name="Namespace">What stands before the point; null if it is not <c>NAMESPACE.NAME</c>.</param>
/// <param name="Name">What stands after it.</param>
internal sealed record VariableReference(string Text, string? Namespace, string? Name);
