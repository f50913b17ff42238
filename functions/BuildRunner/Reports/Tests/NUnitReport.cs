using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>NUnit 2's format.</summary>
internal sealed class NUnitReport(ReportContent content) : IXmlReport
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
                _case = new FoundCase(element.Attribute("name"), Status(element))
                {
                    NanoSeconds = Duration.OfSeconds(element.Attribute("time")),
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
                content.Add(_line, WithPrefix(_case));
                _case = null;
                break;
        }
    }

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
