namespace Sluice.Pipelines.Model;

/// <summary>Who is in a stage and who waits before it.</summary>
/// <param name="StageName">Which stage.</param>
/// <param name="Holder">The run in it.</param>
/// <param name="Waiting">The one run at its door, if the stage is taken.</param>
/// <param name="Newest">The number of the newest run that ever entered: an older one comes too late.</param>
internal sealed record StageLock(string StageName, string? Holder = null, ParkedRun? Waiting = null, long Newest = 0);
