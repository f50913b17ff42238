using System.Text;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Tests.Reports;

/// <summary>Reads texts as report files.</summary>
internal static class ReadReport
{
    public static Task<ReportContent> OfAsync(string format, string text) => OfAsync(format, Encoding.UTF8.GetBytes(text));

    public static async Task<ReportContent> OfAsync(string format, byte[] bytes)
    {
        var content = new ReportContent("a.xml", "/src");
        await ReportFile.ReadAsync(ReportFormats.Find(format)!, content, new MemoryStream(bytes), TestContext.Current.CancellationToken);
        return content;
    }

    /// <summary>The cases of a file that has no fault.</summary>
    public static async Task<IReadOnlyList<TestCase>> CasesAsync(string format, string text)
    {
        var content = await OfAsync(format, text);
        content.Faults.ShouldBeEmpty();
        return content.Cases.Kept;
    }

    /// <summary>The only fault of a file.</summary>
    public static async Task<string> FaultAsync(string format, string text) => (await OfAsync(format, text)).Faults.ShouldHaveSingleItem();

    /// <summary>Of each file <c>path lines branches</c>, both as covered/missed.</summary>
    public static async Task<IReadOnlyList<string>> CoverageAsync(string format, string text)
    {
        var content = await OfAsync(format, text);
        content.Faults.ShouldBeEmpty();
        return [.. content.Coverage.Files().Select(file => $"{file.FilePath} {file.Counts.LinesCovered}/{file.Counts.LinesMissed} {file.Counts.BranchesCovered}/{file.Counts.BranchesMissed}")];
    }

    /// <summary>A case in a line: status, suite, prefix, name, milliseconds and message.</summary>
    public static string Line(TestCase test) =>
        $"{test.Status} {test.TestSuiteName ?? "-"} {test.Prefix ?? "-"} {test.Name} {test.DurationInNanoSeconds / 1_000_000} {test.Message?.Replace("\n", "|") ?? "-"}";
}
