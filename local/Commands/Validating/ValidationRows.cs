using System.Globalization;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Validating;

/// <summary>What <c>validate</c> found, for people and for editors, which know <c>FILE:LINE:COLUMN: error: …</c>.</summary>
internal static class ValidationRows
{
    private static readonly string[] Headings = ["FILE", "TAKEN FOR"];

    public static IEnumerable<Row> Of(ValidationReport report)
    {
        var files = TextTable.Of(Headings, [.. report.Files.Select(file => (IReadOnlyList<Span>)[new(file.File, Tone.Strong), new(file.TakenFor)])], int.MaxValue);
        return [.. files, .. report.Findings.Select(Of), .. report.NotChecked.GroupBy(one => one.Why).Select(Of), new Row(Sum(report))];
    }

    private static Row Of(Finding finding) => new(
        new Span(string.Join(':', new[] { finding.File, Number(finding.Line), Number(finding.Column) }.OfType<string>()), Tone.Strong),
        new Span(": "),
        finding.Severity == FindingSeverity.Error ? new Span("error", Tone.Bad) : new Span("warning", Tone.Warning),
        new Span($": {(finding.Path is null ? "" : finding.Path + ": ")}{finding.Message}"));

    private static Row Of(IGrouping<string, Unasked> group) => new(new Span($"not checked: {string.Join(", ", group.Select(one => one.What))} ({group.Key})", Tone.Quiet));

    private static Span Sum(ValidationReport report)
    {
        var (errors, warnings) = (report.Findings.Count(finding => finding.Severity == FindingSeverity.Error), report.Findings.Count(finding => finding.Severity == FindingSeverity.Warning));
        var text = string.Join(", ", new[] { Counted(errors, "error"), Counted(warnings, "warning") }.OfType<string>());
        return errors > 0 ? new Span(text, Tone.Bad) : new Span(text.Length > 0 ? text : "Nothing is wrong with it.", warnings > 0 ? Tone.Warning : Tone.Good);
    }

    private static string? Counted(int count, string word) => count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
