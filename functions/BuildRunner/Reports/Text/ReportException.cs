namespace Sluice.BuildRunner.Reports.Text;

/// <summary>A report file cannot be read; nothing of it counts.</summary>
/// <param name="line">Where, from 1; 0 if there is no one place.</param>
/// <param name="message">What is wrong.</param>
internal sealed class ReportException(long line, string message) : Exception(message)
{
    public long Line { get; } = line;
}
