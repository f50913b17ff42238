using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Tests;

/// <summary>What NUnit's formats have in common: test cases in suites, each with messages below <c>failure</c> or <c>reason</c>. How a case is described differs.</summary>
internal abstract class NUnitCases(ReportContent content) : IXmlReport
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
                _case = Case(element) with { Suite = _suites.TryPeek(out var suite) ? suite : null };
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

    /// <summary>What a <c>test-case</c> says of itself.</summary>
    protected abstract FoundCase Case(XmlPlace element);
}
