using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>
/// What began with Ant and is written by nearly every tool: Surefire, Gradle, pytest, Jest, GoogleTest, go-junit-report, PHPUnit. Suites may be in suites. A suite that itself broke off is a case: it
/// must not look as if all was well.
/// </summary>
internal sealed class JUnitReport(ReportContent content) : IXmlReport
{
    private readonly Stack<string?> _suites = new();
    private FoundCase? _case;
    private long _line;
    private string? _message;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "testsuite":
                _suites.Push(element.Attribute("name"));
                break;
            case "testcase":
                _line = element.Line;
                _case = Case(element);
                break;
            case "failure" or "error" or "skipped" when element.IsIn("testcase") || (element.IsIn("testsuite") && element.Name != "skipped"):
                _message = Message(element);
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        switch (element.Name)
        {
            case "testsuite":
                _suites.Pop();
                break;
            case "testcase" when _case is { } test:
                content.Add(_line, test);
                _case = null;
                break;
            case "failure" or "error" or "skipped" when element.IsIn("testcase"):
                Judge(Status(element.Name), ReportText.Both(_message, text));
                break;
            case "failure" or "error" when element.IsIn("testsuite"):
                content.Add(element.Line, new FoundCase(_suites.Peek() ?? element.Name, Status(element.Name)) { Suite = _suites.Peek(), Message = ReportText.Both(_message, text) });
                break;
        }
    }

    private FoundCase Case(XmlPlace element) =>
        // GoogleTest says so in an attribute, and in one of two.
        new(element.Attribute("name"), element.Attribute("status") is "notrun" or "disabled" or "skipped" || element.Attribute("result") is "suppressed" or "skipped" ? TestStatus.Skipped : TestStatus.Succeeded)
        {
            NanoSeconds = Duration.OfSeconds(element.Attribute("time") ?? element.Attribute("duration")),
            Prefix = element.Attribute("classname") ?? element.Attribute("class"),
            Suite = _suites.TryPeek(out var suite) ? suite : null,
        };

    // The exception's type is all that some say.
    private static string? Message(XmlPlace element) => element.Attribute("message") is { Length: > 0 } message ? message : element.Attribute("type");

    private static TestStatus Status(string name) => name switch
    {
        "failure" => TestStatus.Failed,
        "error" => TestStatus.Error,
        _ => TestStatus.Skipped,
    };

    // A case may have several: what is worse counts, and all that was said.
    private void Judge(TestStatus status, string? message)
    {
        if (_case is { } test)
        {
            var isWorse = Rank(status) > Rank(test.Status);
            _case = test with { Status = isWorse ? status : test.Status, Message = ReportText.Both(test.Message, message) };
        }
    }

    private static int Rank(TestStatus status) => status switch
    {
        TestStatus.Error => 3,
        TestStatus.Failed => 2,
        TestStatus.Skipped => 1,
        _ => 0,
    };
}
