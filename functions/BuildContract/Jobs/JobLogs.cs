using Sluice.Platform.Objects;

namespace Sluice.BuildContract.Jobs;

/// <summary>Where a build's log goes besides its program's own output.</summary>
/// <param name="GroupName">The group in CloudWatch Logs; null for none.</param>
/// <param name="StreamName">The stream in it.</param>
/// <param name="Object">A user's object for the whole log, gzipped; null for none.</param>
public sealed record JobLogs(string? GroupName = null, string? StreamName = null, ObjectRef? Object = null);
