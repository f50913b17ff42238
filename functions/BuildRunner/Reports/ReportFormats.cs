using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Coverage;
using Sluice.BuildRunner.Reports.Tests;

namespace Sluice.BuildRunner.Reports;

/// <summary>CodeBuild's formats of report files, by name.</summary>
internal static class ReportFormats
{
    public static readonly ReportFormat Default = new("JUNITXML", ReportType.Test, ["testsuites", "testsuite"], content => new JUnitReport(content));

    public static readonly IReadOnlyList<ReportFormat> All =
    [
        new("CUCUMBERJSON", ReportType.Test, [], content => new CucumberReport(content)),
        Default,
        new("NUNITXML", ReportType.Test, ["test-results"], content => new NUnitReport(content)),
        new("NUNIT3XML", ReportType.Test, ["test-run"], content => new NUnit3Report(content)),
        new("TESTNGXML", ReportType.Test, ["testng-results"], content => new TestNgReport(content)),
        new("VISUALSTUDIOTRX", ReportType.Test, ["TestRun"], content => new TrxReport(content)),
        new("CLOVERXML", ReportType.CodeCoverage, ["coverage"], content => new CloverReport(content)),
        new("COBERTURAXML", ReportType.CodeCoverage, ["coverage"], content => new CoberturaReport(content)),
        new("JACOCOXML", ReportType.CodeCoverage, ["report"], content => new JacocoReport(content)),
        new("SIMPLECOV", ReportType.CodeCoverage, [], content => new SimpleCovReport(content)),
    ];

    public static IEnumerable<string> Names => All.Select(format => format.Name);

    /// <param name="name">In any case.</param>
    /// <returns>Null if there is no such format.</returns>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
