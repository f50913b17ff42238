using System.IO.Compression;
using Sluice.BuildContract;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>What a build tells of its tests.</summary>
public sealed class BuildReportTests : IDisposable
{
    private const string Passed = "<testsuite name='s' time='1'><testcase name='a' classname='c' time='0.5'/><testcase name='b' time='1'/></testsuite>";
    private const string OneFailed = "<testsuite name='s'><testcase name='c'><failure message='no'/></testcase></testsuite>";
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task A_build_stores_its_reports_and_their_files()
    {
        _fixture.Repository.Write("results/one/a.xml", Passed);
        _fixture.Repository.Write("results/two/a.xml", OneFailed);
        _fixture.Repository.Write("jacoco.xml", "<!DOCTYPE report PUBLIC 'a' 'b'><report><package name='p'><sourcefile name='A.java'><line nr='1' ci='1' mb='1' cb='1'/><line nr='2' ci='0'/></sourcefile></package></report>");

        var result = await BuildAsync("{unit: {files: ['**/*.xml'], base-directory: results, discard-paths: yes}, coverage: {files: jacoco.xml, file-format: JacocoXml}}");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        result.Reports.Select(report => (report.Group, report.Type, report.Status)).ShouldBe([("unit", ReportType.Test, ReportStatus.Failed), ("coverage", ReportType.CodeCoverage, ReportStatus.Succeeded)]);
        var tests = result.Reports[0].Tests.ShouldNotBeNull();
        (tests.Total, tests.StatusCounts[TestStatus.Succeeded], tests.StatusCounts[TestStatus.Failed], tests.StatusCounts[TestStatus.Error], tests.DurationInNanoSeconds).ShouldBe((3, 2, 1, 0, 1_500_000_000));
        result.Reports[1].Coverage.ShouldBe(new CoverageCounts(1, 1, 1, 1));
        result.Reports[1].Coverage!.LineCoveragePercentage.ShouldBe(50);
        var data = _fixture.Objects.Read<ReportData>(result.Reports[0].Data);
        data.TestCases.Select(test => $"{test.TestRawDataPath} {test.Name} {test.Message}").ShouldBe(["results/one/a.xml a ", "results/one/a.xml b ", "results/two/a.xml c no"]);
        data.Files.ShouldBe(["results/one/a.xml", "results/two/a.xml"]);
        _fixture.Objects.Read<ReportData>(result.Reports[1].Data).CodeCoverages.ShouldHaveSingleItem().FilePath.ShouldBe("p/A.java");
        result.Reports.Select(report => report.RawFiles!.Key).ShouldBe(["builds/1/reports/1.zip", "builds/1/reports/2.zip"]);
        EntriesOf(result.Reports[0].RawFiles!).ShouldBe(["a.xml", "a-2.xml"]);
        _fixture.Log.ShouldContain("[UPLOAD_ARTIFACTS] Report unit: FAILED, 3 tests (2 succeeded, 1 failed) in 1.5 s, of 2 files");
        _fixture.Log.ShouldContain("[UPLOAD_ARTIFACTS] Report coverage: SUCCEEDED, 50.0 % of 2 lines and 50.0 % of 2 branches, of 1 file");
    }

    [Fact]
    public async Task A_build_that_fails_tells_of_its_tests_too()
    {
        var result = await _fixture.BuildAsync($"version: 0.2\nphases: {{build: {{commands: [\"echo \\\"{OneFailed}\\\" > a.xml; false\"]}}}}\nreports: {{unit: {{files: a.xml}}}}", TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Failed);
        result.Reports.ShouldHaveSingleItem().Status.ShouldBe(ReportStatus.Failed);
        BuildFixture.Phases(result).ShouldContain("BUILD!FAILED POST_BUILD UPLOAD_ARTIFACTS FINALIZING");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_the_others_count()
    {
        _fixture.Repository.Write("r/a.xml", Passed);
        _fixture.Repository.Write("r/b.xml", "\u0001\u0002");
        _fixture.Repository.Write("r/c.xml", "<testsuite>");

        var result = await BuildAsync("{unit: {files: 'r/*'}}");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        var report = result.Reports.ShouldHaveSingleItem();
        (report.Status, report.Tests!.Total).ShouldBe((ReportStatus.Incomplete, 2));
        var faults = _fixture.Objects.Read<ReportData>(report.Data).Faults;
        faults.Count.ShouldBe(2);
        faults[0].ShouldBe("r/b.xml:1: is no XML; expected <testsuites> or <testsuite>");
        _fixture.Log.ShouldContain($"[UPLOAD_ARTIFACTS] Report unit: {faults[0]}");
        EntriesOf(report.RawFiles!).ShouldBe(["r/a.xml", "r/b.xml", "r/c.xml"]);
    }

    [Fact]
    public async Task A_report_without_files_fails_the_build_and_its_artifacts_are_stored_all_the_same()
    {
        _fixture.Repository.Write("a.xml", Passed);

        var result = await BuildAsync("{unit: {files: 'out/*.xml'}, other: {files: a.xml}, gone: {files: x, base-directory: $NONE}}\nartifacts: {files: a.xml}");

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        var contexts = result.Phases.Single(phase => phase.PhaseType == PhaseType.UploadArtifacts).Contexts;
        contexts.Select(context => context.StatusCode).ShouldBe(["CLIENT_ERROR", "CLIENT_ERROR"]);
        contexts[0].Message.ShouldBe("Error in UPLOAD_ARTIFACTS phase: [unit: [report files not found in build]] No file matches 'out/*.xml'. The source has: a.xml, buildspec.yml.");
        contexts[1].Message.ShouldEndWith("'$NONE': the variable NONE is not set.");
        result.Reports.Select(report => report.Status).ShouldBe([ReportStatus.Incomplete, ReportStatus.Succeeded, ReportStatus.Incomplete]);
        result.Reports[0].RawFiles.ShouldBeNull();
        result.Manifest.ShouldNotBeNull();
    }

    [Fact]
    public async Task Secrets_are_hidden_in_reports_and_none_is_cut_in_two()
    {
        _fixture.Environment.Add(new Sluice.BuildContract.Jobs.JobVariable("TOKEN", "hunter2-secret", Secret: true));
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: [\"printf '<testsuite><testcase name=\\\"%s\\\"><failure>%4990s%s</failure></testcase></testsuite>' $TOKEN x $TOKEN > a.xml\"]}}\nreports: {unit: {files: a.xml}}",
            TestContext.Current.CancellationToken);

        var test = _fixture.Objects.Read<ReportData>(result.Reports.ShouldHaveSingleItem().Data).TestCases.ShouldHaveSingleItem();
        test.Name.ShouldBe("***");
        test.Message.ShouldBe("x***");
    }

    [Fact]
    public async Task A_pipe_among_the_files_does_not_hold_the_build()
    {
        var result = await _fixture.BuildAsync("version: 0.2\nphases: {build: {commands: ['mkfifo p.xml']}}\nreports: {unit: {files: '*.xml'}}", TestContext.Current.CancellationToken);

        result.Message.ShouldNotBeNull().ShouldContain("'p.xml' is a named pipe");
    }

    [Fact]
    public void A_result_of_the_version_before_has_no_reports() =>
        System.Text.Json.JsonSerializer.Deserialize<BuildResult>("""{"status": "SUCCEEDED", "phases": [], "exportedVariables": {}}""", Platform.Json.SluiceJson.Options)!.Reports.ShouldBeEmpty();

    public void Dispose() => _fixture.Dispose();

    private Task<BuildResult> BuildAsync(string reports) =>
        _fixture.BuildAsync($"version: 0.2\nphases: {{build: {{commands: ['true']}}}}\nreports: {reports}", TestContext.Current.CancellationToken);

    private List<string> EntriesOf(ObjectRef zip)
    {
        using var archive = new ZipArchive(new MemoryStream(_fixture.Objects[zip]));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
