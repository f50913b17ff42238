namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>What the machine asks: what is to be done for an action.</summary>
/// <param name="Position">Which action, and what the machine knows of it.</param>
/// <param name="Execution">The execution's name (<c>$$.Execution.Name</c>), which says whose turn it is.</param>
public sealed record InvokeQuestion(InvokePosition Position, string Execution);
