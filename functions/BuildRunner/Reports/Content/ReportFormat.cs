using Sluice.BuildContract.Reports;

namespace Sluice.BuildRunner.Reports.Content;

/// <summary>A format that report files can have.</summary>
/// <param name="Name">As a buildspec's <c>file-format</c> has it.</param>
/// <param name="Type">What its files tell of.</param>
/// <param name="Roots">What the outermost element can be; none for JSON.</param>
/// <param name="Reader">Makes a reader of one file, which tells what it finds to the content.</param>
internal sealed record ReportFormat(string Name, ReportType Type, IReadOnlyList<string> Roots, Func<ReportContent, IReportReader> Reader);
