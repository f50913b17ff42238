using Sluice.Platform.Objects;

namespace Sluice.BuildContract.Reports;

/// <summary>A report as a build's result lists it.</summary>
/// <param name="Group">As the buildspec has it: a name, or a report group's ARN.</param>
/// <param name="Type">What it tells of.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Data">The object that holds its <see cref="ReportData"/>.</param>
/// <param name="RawFiles">A zip of the files that it was made of, for an export; null if there is none.</param>
/// <param name="Tests">The cases in numbers; null for coverage.</param>
/// <param name="Coverage">The files in numbers; null for tests.</param>
public sealed record BuildReport(
    string Group, ReportType Type, ReportStatus Status, ObjectRef Data, ObjectRef? RawFiles, TestSummary? Tests, CoverageCounts? Coverage)
{
    /// <summary>Whether there were more cases than are kept; <see cref="Tests"/> counts all.</summary>
    public bool Truncated { get; init; }
}
