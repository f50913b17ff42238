namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>How long reports are kept.</summary>
/// <param name="Time">From when a report was made. What it exported stays.</param>
public sealed record ReportRetention(TimeSpan Time)
{
    private const int Days = 365;

    /// <summary>A year, as the history of builds. CodeBuild has 30 days.</summary>
    public static ReportRetention Default { get; } = new(TimeSpan.FromDays(Days));
}
