namespace Sluice.BuildContract.Reports;

/// <summary>A report of one group, as the build's program stores it (<c>reports/&lt;n&gt;.json</c> below the build's prefix).</summary>
/// <param name="Group">As the buildspec has it: a name, or a report group's ARN.</param>
/// <param name="Type">Which of the two lists it has.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Tests">The cases in numbers; null for coverage.</param>
/// <param name="Coverage">The files in numbers; null for tests.</param>
/// <param name="TestCases">In the order of the files; empty for coverage. The most that are kept is 100,000; in CodeBuild it is 500.</param>
/// <param name="CodeCoverages">In the order of their paths; empty for tests.</param>
/// <param name="Files">The files that were read, relative to the source.</param>
/// <param name="Faults">What could not be read, each with its file and place.</param>
public sealed record ReportData(
    string Group,
    ReportType Type,
    ReportStatus Status,
    TestSummary? Tests,
    CoverageCounts? Coverage,
    IReadOnlyList<TestCase> TestCases,
    IReadOnlyList<FileCoverage> CodeCoverages,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Faults)
{
    /// <summary>Whether there were more cases than are kept; <see cref="Tests"/> counts all.</summary>
    public bool Truncated { get; init; }
}
