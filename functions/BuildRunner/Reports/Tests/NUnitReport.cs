using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>NUnit 2's format.</summary>
internal sealed class NUnitReport(ReportContent content) : NUnitCases(content)
{
    /// <inheritdoc/>
    protected override FoundCase Case(XmlPlace element) =>
        WithPrefix(new FoundCase(element.Attribute("name"), Status(element)) { NanoSeconds = Duration.OfSeconds(element.Attribute("time")) });

    // The oldest say only whether it was run, and whether that went well.
    private static TestStatus Status(XmlPlace element) => element.Attribute("result") switch
    {
        "Success" => TestStatus.Succeeded,
        "Failure" => TestStatus.Failed,
        "Error" or "Cancelled" or "NotRunnable" or "Invalid" => TestStatus.Error,
        "Ignored" or "Skipped" => TestStatus.Skipped,
        null when element.Attribute("executed") is "False" => TestStatus.Skipped,
        null when element.Attribute("success") is "True" => TestStatus.Succeeded,
        null when element.Attribute("success") is "False" => TestStatus.Failed,
        _ => TestStatus.Unknown,
    };

    // The name has the class before it: Shop.CartTests.Adds(1.5) is Adds(1.5) of Shop.CartTests.
    private static FoundCase WithPrefix(FoundCase test)
    {
        var name = test.Name ?? "";
        var arguments = name.IndexOf('(');
        var dot = name.AsSpan(0, arguments < 0 ? name.Length : arguments).LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 ? test with { Name = name[(dot + 1)..], Prefix = name[..dot] } : test;
    }
}
