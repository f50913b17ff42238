namespace Sluice.BuildRunner.Reports.Content;

/// <summary>Makes sense of one file of one format, piece by piece as it is read: of XML or of JSON.</summary>
internal interface IReportReader;
