namespace Sluice.Platform.Runs;

/// <summary>A stop is recorded, or the run has ended: nothing more may be done for it. The message says why. Machines know this name.</summary>
public sealed class StopRecordedException(string message) : Exception(message);
