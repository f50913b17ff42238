namespace Sluice.BuildContract.Progress;

/// <summary>What the service says to that.</summary>
/// <param name="Stop">Whether the build is to end as STOPPED.</param>
public sealed record ProgressAnswer(bool Stop = false);
