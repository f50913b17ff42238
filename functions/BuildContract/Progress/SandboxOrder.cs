namespace Sluice.BuildContract.Progress;

/// <summary>What the sandbox is to run next; nulls for nothing yet.</summary>
/// <param name="CommandExecutionId">Under which its result is handed in.</param>
/// <param name="Command">A shell's script of any number of lines.</param>
public sealed record SandboxOrder(string? CommandExecutionId, string? Command);
