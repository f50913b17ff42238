using System.Text.RegularExpressions;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads a buildspec's <c>reports</c>.</summary>
internal static partial class ReportsSection
{
    /// <summary>In the order of the file.</summary>
    public static IReadOnlyList<BuildspecReport> Read(MappingReader root)
    {
        var reports = root.MapOfMappings("reports", (group, report) => new BuildspecReport(group, Format(report), Files(report)));
        foreach (var group in reports.Keys.Where(group => !Group().IsMatch(group)))
        {
            root.Fault("reports", $"'{group}' is no report group; expected a name of 2 to 128 letters, digits, - and _, or a report group's ARN");
        }

        return [.. reports.Values];
    }

    private static ReportFormat Format(MappingReader report)
    {
        if (report.OptionalString("file-format") is not { } name)
        {
            return ReportFormats.Default;
        }

        var format = ReportFormats.Find(name);
        if (format is null)
        {
            // JUNIT is meant for JUNITXML, TRX for VISUALSTUDIOTRX.
            var near = ReportFormats.Names.FirstOrDefault(known => name.Length > 2 && known.Contains(name, StringComparison.OrdinalIgnoreCase));
            report.Fault("file-format", $"one of {string.Join(", ", ReportFormats.Names)} was expected, not '{name}'{(near is null ? NearMiss.Suggestion(name.ToUpperInvariant(), ReportFormats.Names) : $"; did you mean '{near}'?")}");
        }

        return format ?? ReportFormats.Default;
    }

    private static BuildspecArtifact Files(MappingReader report)
    {
        if (report.Required("files", "a list of files, e.g. 'test-results/*.xml'") && report.Node("files") is SequenceNode { Items.Count: 0 })
        {
            report.Fault("files", "is empty; expected a list of files, e.g. 'test-results/*.xml'");
        }

        var files = report.ListOfStrings("files", orOne: true);
        var directory = report.OptionalString("base-directory");
        Check(report, "files", files);
        Check(report, "base-directory", directory is null ? [] : [directory]);
        return new BuildspecArtifact(files, directory, [], report.OptionalBool("discard-paths") ?? false);
    }

    private static void Check(MappingReader report, string member, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            if (ArtifactPath.Fault(path, mayLeave: member == "base-directory") is { } fault)
            {
                report.Fault(member, $"'{path}' {fault}");
            }
        }
    }

    [GeneratedRegex("^([A-Za-z0-9][A-Za-z0-9_-]{1,127}|arn:[a-z0-9-]+:codebuild:[a-z0-9-]+:[0-9]{12}:report-group/[A-Za-z0-9][A-Za-z0-9_-]{1,127})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Group();
}
