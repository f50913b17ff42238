using System.IO.Compression;
using Sluice.BuildContract.Reports;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.World;

/// <summary>Reports as a build's program leaves them.</summary>
internal static class HandedReport
{
    public const string Arn = "arn:aws:codebuild:us-east-1:123456789012:";

    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Of test cases such as <c>adds passed 20</c>: name, end and milliseconds.</summary>
    public static BuildReport Tests(MemoryObjects objects, string group, params string[] cases)
    {
        IReadOnlyList<TestCase> tests = [.. cases.Select(Case)];
        var status = tests.Any(test => test.Status == TestStatus.Failed) ? ReportStatus.Failed : ReportStatus.Succeeded;
        return Stored(objects, new ReportData(group, ReportType.Test, status, TestSummary.Of(tests), null, tests, [], ["junit.xml"], []));
    }

    /// <summary>Of files such as <c>a.cs 3 1</c>: path, lines covered and missed.</summary>
    public static BuildReport Coverage(MemoryObjects objects, string group, params string[] files)
    {
        IReadOnlyList<FileCoverage> covered = [.. files.Select(file => file.Split(' ')).Select(file => new FileCoverage(file[0], new CoverageCounts(int.Parse(file[1]), int.Parse(file[2]), 0, 0)))];
        var sum = covered.Aggregate(CoverageCounts.None, (all, file) => all + file.Counts);
        return Stored(objects, new ReportData(group, ReportType.CodeCoverage, ReportStatus.Succeeded, null, sum, [], covered, ["cobertura.xml"], []));
    }

    /// <summary>What one build of the project hands over.</summary>
    public static HandedReports Of(string project, int build, params BuildReport[] reports) =>
        new(project, $"{Arn}build/{project}:{build}", $"commit-{build}", _start.AddMinutes(build), reports);

    private static TestCase Case(string text) => text.Split(' ') is [var name, var end, var milliseconds]
        ? new TestCase(name, end switch { "passed" => TestStatus.Succeeded, "skipped" => TestStatus.Skipped, _ => TestStatus.Failed }, long.Parse(milliseconds) * 1_000_000, "shop.cart", "suite", end == "failed" ? "no" : null, "junit.xml")
        : throw new ArgumentException($"expected 'NAME END MILLISECONDS', not '{text}'");

    private static BuildReport Stored(MemoryObjects objects, ReportData data)
    {
        var number = objects.Keys.Count();
        var content = new ObjectRef("objects", $"builds/{number}.json");
        objects.Put(content, data);
        return new BuildReport(data.Group, data.Type, data.Status, content, objects.Add($"builds/{number}.zip", Zip(data.Files[0], data.Group)), data.Tests, data.Coverage);
    }

    private static byte[] Zip(string file, string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var name in new[] { file, "../outside.xml" })
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
