using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>
/// What <c>dotnet test --logger trx</c> and Visual Studio write. The classes of the tests come after the results. A result that has inner results, the rows of a data-driven test, is told by those.
/// </summary>
internal sealed class TrxReport(ReportContent content) : IXmlReport
{
    private readonly Stack<TrxResult> _open = new();
    private readonly List<TrxResult> _results = [];
    private readonly Dictionary<string, string> _classes = new(StringComparer.OrdinalIgnoreCase);
    private string? _definition;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "UnitTestResult" or "TestResult" or "WebTestResult" or "ManualTestResult" or "GenericTestResult":
                if (_open.TryPeek(out var outer))
                {
                    outer.HasInner = true;
                }

                _open.Push(new TrxResult(element.Line, element.Attribute("testId"), new FoundCase(element.Attribute("testName"), Status(element.Attribute("outcome")))
                {
                    NanoSeconds = Duration.OfClock(element.Attribute("duration")),
                }));
                break;
            case "UnitTest":
                _definition = element.Attribute("id");
                break;
            case "TestMethod" when _definition is not null && element.Attribute("className") is { } name:
                _classes[_definition] = name;
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        if (element.Name == "TestRun")
        {
            _results.ForEach(Tell);
        }
        else if (_open.TryPeek(out var result))
        {
            if (element.Name is "Message" or "StackTrace" && element.IsIn("ErrorInfo"))
            {
                result.Case = result.Case with { Message = ReportText.Both(result.Case.Message, text) };
            }
            else if (element.Name.EndsWith("TestResult", StringComparison.Ordinal))
            {
                Keep(_open.Pop());
            }
        }
    }

    private void Keep(TrxResult result)
    {
        if (!result.HasInner)
        {
            _results.Add(result);
        }
    }

    private void Tell(TrxResult result)
    {
        // Before a comma there is the class, after it the assembly.
        var prefix = result.TestId is { } id ? _classes.GetValueOrDefault(id)?.Split(',')[0] : null;
        var name = result.Case.Name;
        // The name alone, as the other formats have it.
        var isQualified = prefix is not null && name is not null && name.Length > prefix.Length + 1 && name.StartsWith(prefix + ".", StringComparison.Ordinal);
        content.Add(result.Line, result.Case with { Name = isQualified ? name![(prefix!.Length + 1)..] : name, Prefix = prefix, Suite = prefix });
    }

    private static TestStatus Status(string? outcome) => outcome switch
    {
        "Passed" or "PassedButRunAborted" or "Completed" or "Warning" => TestStatus.Succeeded,
        "Failed" => TestStatus.Failed,
        "Error" or "Timeout" or "Aborted" or "Disconnected" or "NotRunnable" => TestStatus.Error,
        "NotExecuted" or "Pending" => TestStatus.Skipped,
        _ => TestStatus.Unknown,
    };
}
