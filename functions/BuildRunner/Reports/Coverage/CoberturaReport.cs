using System.Text.RegularExpressions;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Lines;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Coverage;

/// <summary>
/// Cobertura's format, of coverage.py, coverlet, gcovr, Istanbul and others. A file is told of by each of its classes, and a line by its method and its class: each counts once. File names are
/// relative to one of the sources; if there are several, nobody says to which.
/// </summary>
internal sealed partial class CoberturaReport(ReportContent content) : IXmlReport
{
    private readonly List<string> _sources = [];
    private FileLines? _file;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "project" when element.IsIn("coverage"):
                throw new ReportException(element.Line, "is no COBERTURAXML report, but a CLOVERXML one: is file-format right?");
            case "class":
                _file = Begin(element);
                break;
            case "line" when _file is not null && element.IsIn("lines"):
                AddLine(_file, element);
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        switch (element.Name)
        {
            case "source" when text.Trim().Length > 0:
                _sources.Add(text.Trim().Replace('\\', '/').TrimEnd('/'));
                break;
            case "class":
                _file = null;
                break;
        }
    }

    private FileLines? Begin(XmlPlace element)
    {
        if (element.Attribute("filename") is { Length: > 0 } name)
        {
            return content.Coverage.Of(Whole(name.Replace('\\', '/')));
        }

        content.Fault(element.Line, "a class without a filename");
        return null;
    }

    private string Whole(string name)
    {
        var isAbsolute = name.StartsWith('/') || (name.Length > 1 && name[1] == ':');
        return isAbsolute || _sources is not [var only] || only is "" or "." ? name : $"{only}/{name}";
    }

    private static void AddLine(FileLines file, XmlPlace element)
    {
        if (Count.Of(element.Attribute("number")) is > 0 and var number)
        {
            var branches = Branches().Match(element.Attribute("condition-coverage") ?? "");
            var (taken, all) = (Count.Of(branches.Groups["taken"].Value), Count.Of(branches.Groups["all"].Value));
            file.Add(number, new LineCoverage(Count.Of(element.Attribute("hits")) > 0, Math.Min(taken, all), Math.Max(0, all - taken)));
        }
    }

    // 50% (1/2)
    [GeneratedRegex(@"\((?<taken>[0-9]{1,9})/(?<all>[0-9]{1,9})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Branches();
}
