namespace Sluice.Builds.Model;

/// <summary>How long builds are remembered: for a year after their end, as in CodeBuild.</summary>
internal static class Retention
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(365);

    /// <summary>Null for what has not ended.</summary>
    public static DateTimeOffset? After(DateTimeOffset? end) => end + _kept;
}
