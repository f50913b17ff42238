namespace Sluice.BuildContract.Progress;

/// <summary>What a sandbox's command came to.</summary>
/// <param name="Id">The command execution's.</param>
/// <param name="ExitCode">0 is success.</param>
/// <param name="StandardOutputContent">The end of what it printed, with secrets masked; null for nothing.</param>
/// <param name="StandardErrContent">The same of its standard error.</param>
public sealed record FinishedCommand(string Id, int ExitCode, string? StandardOutputContent, string? StandardErrContent);
