namespace Sluice.World.Refusals;

/// <summary>One way to provoke an error that an operation declares.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Error">The error.</param>
/// <param name="Edit">What is changed in the operation's good input; null takes a member away.</param>
/// <param name="Says">What the message says: what is wrong, where, or what was expected.</param>
internal sealed record Refusal(string Operation, string Error, string Edit, string Says);
