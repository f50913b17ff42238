using System.Text;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Tests.Buildspecs;

public sealed class ReportsSectionTests
{
    [Fact]
    public void Reads_names_and_ARNs_with_their_files()
    {
        var reports = Read("""
            {unit: {files: ['**/*.xml'], base-directory: out, discard-paths: yes, file-format: NUnit3Xml},
             'arn:aws:codebuild:eu-central-1:123456789012:report-group/shop-coverage': {files: coverage.xml, file-format: JACOCOXML},
             SimpleCov_1: {files: [$OUT/x]}}
            """);

        reports.Select(report => report.Group).ShouldBe(["unit", "arn:aws:codebuild:eu-central-1:123456789012:report-group/shop-coverage", "SimpleCov_1"]);
        reports.Select(report => report.Format.Name).ShouldBe(["NUNIT3XML", "JACOCOXML", "JUNITXML"]);
        reports[0].Files.Files.ShouldBe(["**/*.xml"]);
        reports[0].Files.BaseDirectory.ShouldBe("out");
        reports[0].Files.DiscardPaths.ShouldBeTrue();
        reports[1].Files.Files.ShouldBe(["coverage.xml"]);
    }

    [Theory]
    [InlineData("{unit: {}}", "4: reports.unit.files: is missing; expected a list of files")]
    [InlineData("{unit: {files: []}}", "reports.unit.files: is empty")]
    [InlineData("{unit: {fils: [a]}}", "reports.unit.fils: is not known here; did you mean 'files'?")]
    [InlineData("{unit: {files: [../a]}}", "reports.unit.files: '../a' leads out of the base-directory")]
    [InlineData("{unit: {files: [a], base-directory: '~/x'}}", "reports.unit.base-directory: '~/x' is no path")]
    [InlineData("{unit: {files: [a], discard-paths: maybe}}", "reports.unit.discard-paths: true, false, yes or no was expected, not 'maybe'")]
    [InlineData("{unit: {files: [a], file-format: JUNIT}}", "reports.unit.file-format: one of CUCUMBERJSON, JUNITXML, NUNITXML, NUNIT3XML, TESTNGXML, VISUALSTUDIOTRX, CLOVERXML, COBERTURAXML, JACOCOXML, SIMPLECOV was expected, not 'JUNIT'; did you mean 'JUNITXML'?")]
    [InlineData("{unit: {files: [a], file-format: coberturxml}}", "not 'coberturxml'; did you mean 'COBERTURAXML'?")]
    [InlineData("{unit: {files: [a], file-format: trx}}", "not 'trx'; did you mean 'VISUALSTUDIOTRX'?")]
    [InlineData("{u: {files: [a]}}", "reports: 'u' is no report group; expected a name of 2 to 128 letters, digits, - and _, or a report group's ARN")]
    [InlineData("{'arn:aws:s3:::x': {files: [a]}}", "'arn:aws:s3:::x' is no report group")]
    [InlineData("{unit: a.xml}", "reports.unit: a map was expected, not 'a.xml'")]
    public void What_is_wrong_is_refused_with_its_place(string reports, string fault) =>
        Should.Throw<InvalidDocumentException>(() => Read(reports)).Message.ShouldContain(fault);

    [Fact]
    public void All_faults_come_at_once() =>
        Should.Throw<InvalidDocumentException>(() => Read("{u: {fils: [a], file-format: x}, other: {files: [~/a], base-directory: '$('}}")).Faults.Count.ShouldBe(6);

    [Fact]
    public void A_damaged_section_is_read_or_refused()
    {
        const string whole = "{unit: {files: ['**/*.xml', b], base-directory: out, discard-paths: yes, file-format: NUNITXML}, 'arn:aws:codebuild:eu-central-1:123456789012:report-group/x-y': {files: c}}";
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(whole);
            for (var j = 0; j <= i % 4; j++)
            {
                text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), whole[random.Next(whole.Length)]);
            }

            var outcome = Record.Exception(() => Read(text.ToString()));
            (outcome is null or InvalidDocumentException).ShouldBeTrue($"{text}: {outcome}");
        }
    }

    private static IReadOnlyList<BuildspecReport> Read(string reports) =>
        BuildspecReader.Read("buildspec.yml", Encoding.UTF8.GetBytes($"version: 0.2\nphases: {{build: {{commands: [make]}}}}\nreports:\n  {reports.ReplaceLineEndings(" ")}\n")).Reports;
}
