using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Lines;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports.Coverage;

/// <summary>
/// Clover's format, of Clover itself, Istanbul (Jest, nyc) and PHPUnit. They do not agree on what a condition's counts are, but all on what a file's metrics are. Files of tests are left out.
/// </summary>
internal sealed class CloverReport(ReportContent content) : IXmlReport
{
    private FileLines? _file;
    private bool _isTests;

    public void Start(XmlPlace element)
    {
        switch (element.Name)
        {
            case "coverage" when element.Attribute("line-rate") is not null:
                throw new ReportException(element.Line, "is no CLOVERXML report, but a COBERTURAXML one: is file-format right?");
            case "testproject":
                _isTests = true;
                break;
            case "file" when !_isTests:
                _file = Begin(element);
                break;
            case "line" when _file is not null && element.IsIn("file"):
                AddLine(_file, element);
                break;
            case "metrics" when _file is not null && element.IsIn("file"):
                AddMetrics(_file, element);
                break;
        }
    }

    public void End(XmlPlace element, string text)
    {
        switch (element.Name)
        {
            case "testproject":
                _isTests = false;
                break;
            case "file":
                _file = null;
                break;
        }
    }

    private FileLines? Begin(XmlPlace element)
    {
        // Istanbul's name is the last part, its path is whole; Clover's and PHPUnit's name may be whole itself.
        if ((element.Attribute("path") ?? element.Attribute("name")) is { Length: > 0 } path)
        {
            return content.Coverage.Of(path);
        }

        content.Fault(element.Line, "a file without a name");
        return null;
    }

    private static void AddLine(FileLines file, XmlPlace element)
    {
        if (Count.Of(element.Attribute("num")) is > 0 and var number)
        {
            var (yes, no) = (Count.Of(element.Attribute("truecount")), Count.Of(element.Attribute("falsecount")));
            var isCondition = element.Attribute("type") == "cond";
            // A condition has no count in Clover: it was run if it ever came out.
            var isCovered = Count.Of(element.Attribute("count")) > 0 || (isCondition && (long)yes + no > 0);
            var taken = (yes > 0 ? 1 : 0) + (no > 0 ? 1 : 0);
            file.Add(number, isCondition ? new LineCoverage(isCovered, taken, 2 - taken) : new LineCoverage(isCovered, 0, 0));
        }
    }

    private static void AddMetrics(FileLines file, XmlPlace element)
    {
        var (statements, covered) = (Count.Of(element.Attribute("statements")), Count.Of(element.Attribute("coveredstatements")));
        file.Lines(covered, Math.Max(0, statements - covered));
        if (element.Attribute("conditionals") is { } conditionals)
        {
            var taken = Count.Of(element.Attribute("coveredconditionals"));
            file.Branches(taken, Math.Max(0, Count.Of(conditionals) - taken));
        }
    }
}
