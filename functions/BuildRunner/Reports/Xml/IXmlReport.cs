using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>Makes sense of the elements of a file as they come by.</summary>
internal interface IXmlReport : IReportReader
{
    /// <summary>An element begins. Its attributes can be asked for now, and not later.</summary>
    void Start(XmlPlace element);

    /// <summary>An element has ended.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">What text was directly in it, without that of elements in it; a long one loses its end.</param>
    void End(XmlPlace element, string text);
}
