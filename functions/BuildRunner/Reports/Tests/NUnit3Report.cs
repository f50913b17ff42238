using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>The format of NUnit 3 and 4.</summary>
internal sealed class NUnit3Report(ReportContent content) : IXmlReport
{
    private readonly Stack<string?> _suites = new();
    private FoundCase? _case;
    private long _line;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "test-suite":
                _suites.Push(element.Attribute("name"));
                break;
            case "test-case":
                _line = element.Line;
                _case = new FoundCase(element.Attribute("name") ?? element.Attribute("fullname"), Status(element.Attribute("result"), element.Attribute("label")))
                {
                    NanoSeconds = Duration.OfSeconds(element.Attribute("duration")),
                    Prefix = element.Attribute("classname"),
                    Suite = _suites.TryPeek(out var suite) ? suite : null,
                };
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        switch (element.Name)
        {
            case "test-suite":
                _suites.Pop();
                break;
            case "message" or "stack-trace" when _case is not null && (element.IsIn("failure") || element.IsIn("reason")):
                _case = _case with { Message = ReportText.Both(_case.Message, text) };
                break;
            case "test-case" when _case is not null:
                content.Add(_line, _case);
                _case = null;
                break;
        }
    }

    private static TestStatus Status(string? result, string? label) => (result, label) switch
    {
        ("Passed" or "Warning", _) => TestStatus.Succeeded,
        ("Failed", "Error" or "Invalid" or "Cancelled") => TestStatus.Error,
        ("Failed", _) => TestStatus.Failed,
        ("Skipped", _) => TestStatus.Skipped,
        _ => TestStatus.Unknown,
    };
}
