using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Lines;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Coverage;

/// <summary>JaCoCo's format. Its instructions are no part of CodeBuild's report; its lines and branches are. Groups (the modules of a Maven build) come before a file's package.</summary>
internal sealed class JacocoReport(ReportContent content) : IXmlReport
{
    private readonly Stack<string> _groups = new();
    private string _package = "";
    private FileLines? _file;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "group":
                _groups.Push(element.Attribute("name") ?? "");
                break;
            case "package":
                _package = element.Attribute("name") ?? "";
                break;
            case "sourcefile":
                _file = Begin(element);
                break;
            case "line" when _file is not null && Count.Of(element.Attribute("nr")) is > 0 and var number:
                _file.Add(number, new LineCoverage(Count.Of(element.Attribute("ci")) > 0, Count.Of(element.Attribute("cb")), Count.Of(element.Attribute("mb"))));
                break;
            case "counter" when _file is not null && element.IsIn("sourcefile"):
                AddCounter(_file, element);
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        switch (element.Name)
        {
            case "group":
                _groups.Pop();
                break;
            case "sourcefile":
                _file = null;
                break;
        }
    }

    private FileLines? Begin(XmlPlace element)
    {
        if (element.Attribute("name") is { Length: > 0 } name)
        {
            return content.Coverage.Of(string.Join('/', _groups.Reverse().Append(_package).Append(name).Where(part => part.Length > 0)));
        }

        content.Fault(element.Line, "a sourcefile without a name");
        return null;
    }

    // For files without debug information, which have no lines.
    private static void AddCounter(FileLines file, XmlPlace element)
    {
        if (element.Attribute("type") == "LINE")
        {
            file.Lines(Count.Of(element.Attribute("covered")), Count.Of(element.Attribute("missed")));
        }
    }
}
