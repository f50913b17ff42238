using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>TestNG's own format. What sets tests up is a case only if it failed.</summary>
internal sealed class TestNgReport(ReportContent content) : IXmlReport
{
    private string? _suite;
    private string? _class;
    private FoundCase? _case;
    private long _line;
    private bool _isSetUp;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "suite":
                _suite = element.Attribute("name");
                break;
            case "class":
                _class = element.Attribute("name");
                break;
            case "test-method":
                _line = element.Line;
                _isSetUp = element.Attribute("is-config") == "true";
                _case = new FoundCase(element.Attribute("name"), Status(element.Attribute("status")))
                {
                    NanoSeconds = Duration.OfMilliseconds(element.Attribute("duration-ms")),
                    Prefix = _class,
                    Suite = _suite,
                };
                break;
            case "exception" when _case is not null:
                _case = _case with { Message = element.Attribute("class") };
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        if (_case is null)
        {
            return;
        }

        switch (element.Name)
        {
            case "message" or "full-stacktrace" or "short-stacktrace" when element.IsIn("exception"):
                _case = _case with { Message = ReportText.Both(_case.Message, text) };
                break;
            case "test-method":
                if (!_isSetUp || _case.Status is not (TestStatus.Succeeded or TestStatus.Skipped))
                {
                    content.Add(_line, _case);
                }

                _case = null;
                break;
        }
    }

    private static TestStatus Status(string? status) => status switch
    {
        "PASS" => TestStatus.Succeeded,
        "FAIL" => TestStatus.Failed,
        "SKIP" => TestStatus.Skipped,
        _ => TestStatus.Unknown,
    };
}
