namespace Sluice.Builds.Records;

/// <summary>The build is to stop, or has ended: nothing more may be done for it. Machines know this name.</summary>
public sealed class StopRecordedException(string buildId) : Exception($"The build {buildId} is to stop or has ended.");
