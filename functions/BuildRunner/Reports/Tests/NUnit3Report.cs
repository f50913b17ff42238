using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>The format of NUnit 3 and 4.</summary>
internal sealed class NUnit3Report(ReportContent content) : NUnitCases(content)
{
    /// <inheritdoc/>
    protected override FoundCase Case(XmlPlace element) => new(element.Attribute("name") ?? element.Attribute("fullname"), Status(element.Attribute("result"), element.Attribute("label")))
    {
        NanoSeconds = Duration.OfSeconds(element.Attribute("duration")),
        Prefix = element.Attribute("classname"),
    };

    private static TestStatus Status(string? result, string? label) => (result, label) switch
    {
        ("Passed" or "Warning", _) => TestStatus.Succeeded,
        ("Failed", "Error" or "Invalid" or "Cancelled") => TestStatus.Error,
        ("Failed", _) => TestStatus.Failed,
        ("Skipped", _) => TestStatus.Skipped,
        _ => TestStatus.Unknown,
    };
}
