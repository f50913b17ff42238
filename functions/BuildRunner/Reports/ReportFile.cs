using Sluice.BuildRunner.Reports.Content;
using Sluice.BuildRunner.Reports.Json;
using Sluice.BuildRunner.Reports.Text;
using Sluice.BuildRunner.Reports.Xml;

namespace Sluice.BuildRunner.Reports;

/// <summary>Reads one report file in one format, in memory that does not grow with what is not asked for. Any bytes give a content or its faults.</summary>
internal static class ReportFile
{
    /// <param name="format">Its format.</param>
    /// <param name="content">The file's name; takes what it says, or why it cannot be read.</param>
    /// <param name="bytes">What is in it; seekable.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    public static async Task ReadAsync(ReportFormat format, ReportContent content, Stream bytes, CancellationToken cancellationToken)
    {
        try
        {
            switch (format.Reader(content))
            {
                case IXmlReport report:
                    new XmlWalk(format, ReportFormats.All).Read(report, bytes, cancellationToken);
                    break;
                case IJsonReport report:
                    await JsonWalk.ReadAsync(format, report, bytes, cancellationToken);
                    break;
            }
        }
        catch (ReportException e)
        {
            content.Fault(e.Line, e.Message);
        }
    }
}
