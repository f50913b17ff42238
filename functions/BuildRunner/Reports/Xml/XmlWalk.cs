using System.Xml;
using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>Goes through an XML file from its beginning to its end, element by element.</summary>
/// <param name="format">What it should be.</param>
/// <param name="all">What it could be instead.</param>
internal sealed class XmlWalk(ReportFormat format, IReadOnlyList<ReportFormat> all)
{
    private const int Deepest = 256;

    // A fragment may have several outermost elements, as files have that tools append to.
    private static readonly XmlReaderSettings _settings = new()
    {
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        XmlResolver = null,
    };

    /// <exception cref="ReportException">It is no such file.</exception>
    public void Read(IXmlReport report, Stream bytes, CancellationToken cancellationToken)
    {
        using var text = TextEncoding.Open(bytes);
        using var cleaned = new XmlCleaner(text);
        using var reader = XmlReader.Create(cleaned, _settings);
        try
        {
            Read(report, reader, cleaned, cancellationToken);
        }
        catch (XmlException e)
        {
            throw new ReportException(e.LineNumber + cleaned.DroppedLines, Why(e));
        }
    }

    private void Read(IXmlReport report, XmlReader reader, XmlCleaner cleaned, CancellationToken cancellationToken)
    {
        XmlPlace? place = null;
        var found = false;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    place = new XmlPlace(reader, reader.LocalName, place, ((IXmlLineInfo)reader).LineNumber + cleaned.DroppedLines);
                    CheckPlace(place);
                    found = true;
                    var isEmpty = reader.IsEmptyElement;
                    report.Start(place);
                    place = isEmpty ? End(report, place) : place;
                    break;
                case XmlNodeType.EndElement:
                    place = End(report, place!);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Add(place, reader);
                    break;
            }
        }

        if (!found)
        {
            throw new ReportException(0, $"the file is empty; expected {Roots()}");
        }
    }

    private static XmlPlace? End(IXmlReport report, XmlPlace place)
    {
        report.End(place, place.Text);
        return place.Parent;
    }

    private void CheckPlace(XmlPlace place)
    {
        if (place.Depth > Deepest)
        {
            throw new ReportException(place.Line, $"elements are more than {Deepest} deep in each other");
        }

        if (place.Parent is null && !format.Roots.Contains(place.Name))
        {
            var other = all.FirstOrDefault(other => other.Roots.Contains(place.Name));
            throw new ReportException(place.Line, $"<{ReportText.Cut(place.Name, 100)}> begins no {format.Name} report; expected {Roots()}{(other is null ? "" : $" (a {other.Name} report begins so: is file-format right?)")}");
        }
    }

    private void Add(XmlPlace? place, XmlReader reader)
    {
        if (place is null)
        {
            throw new ReportException(((IXmlLineInfo)reader).LineNumber, $"is no XML; expected {Roots()}");
        }

        place.Add(reader.Value);
    }

    private string Roots() => string.Join(" or ", format.Roots.Select(root => $"<{root}>"));

    // The line is told before it.
    private static string Why(XmlException e)
    {
        var place = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return $"is no well-formed XML: {(place > 0 ? e.Message[..place] : e.Message)}";
    }
}
