using System.Text;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Tests.Reports;

/// <summary>Files as they are found: of odd encodings, broken, hostile, huge.</summary>
public sealed class ReportFileTests
{
    private const string One = "<testsuite name='s'><testcase name='häßlich'/></testsuite>";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    [InlineData("windows-1252", false)]
    public async Task Encodings_by_mark_and_by_declaration(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?>{One}")];

        (await ReadReport.OfAsync("JUNITXML", bytes)).Cases.Kept.ShouldHaveSingleItem().Name.ShouldBe("häßlich");
    }

    [Fact]
    public async Task A_declaration_that_contradicts_the_bytes_loses() =>
        (await ReadReport.CasesAsync("JUNITXML", $"<?xml version='1.0' encoding='utf-16'?>{One}")).ShouldHaveSingleItem().Name.ShouldBe("häßlich");

    [Fact]
    public async Task JSON_may_have_a_mark_or_be_UTF_16()
    {
        const string text = """[{"name": "f", "elements": [{"name": "ü"}]}]""";

        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            (await ReadReport.OfAsync("CUCUMBERJSON", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).Cases.Kept.ShouldHaveSingleItem().Name.ShouldBe("ü");
        }
    }

    [Theory]
    [InlineData("", "a.xml: the file is empty; expected <testsuites> or <testsuite>")]
    [InlineData("hello", "a.xml:1: is no XML; expected <testsuites> or <testsuite>")]
    [InlineData("\0\u0001\u0002ELF", "a.xml:1: is no XML; expected <testsuites> or <testsuite>")]
    [InlineData("<html/>", "a.xml:1: <html> begins no JUNITXML report; expected <testsuites> or <testsuite>")]
    [InlineData("<!-- x -->\n<test-run/>", "a.xml:2: <test-run> begins no JUNITXML report; expected <testsuites> or <testsuite> (a NUNIT3XML report begins so: is file-format right?)")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><testsuite/>", "a.xml:1: the encoding 'klingon' is not known")]
    public async Task What_is_no_report_is_told(string text, string fault) => (await ReadReport.FaultAsync("JUNITXML", text)).ShouldBe(fault);

    [Fact]
    public async Task A_file_that_breaks_off_counts_for_nothing_and_its_line_is_told()
    {
        var content = await ReadReport.OfAsync("JUNITXML", "<testsuite>\n<testcase name='a'/>\n<testcase name='b'>");

        content.Faults.ShouldHaveSingleItem().ShouldStartWith("a.xml:3: is no well-formed XML: Unexpected end of file");
    }

    [Fact]
    public async Task Nothing_is_expanded_and_nothing_is_fetched()
    {
        var lol = new StringBuilder("<?xml version='1.0'?>\n<!DOCTYPE testsuite [\n<!-- don't ]> -->\n<!ENTITY a0 \"]>'\">\n");
        for (var n = 1; n < 20; n++)
        {
            lol.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{n} '{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}'>\n");
        }

        var bomb = await ReadReport.FaultAsync("JUNITXML", lol.Append("]>\n<testsuite><testcase name='&a19;'/></testsuite>").ToString());
        var file = await ReadReport.FaultAsync("JUNITXML", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='x'>&f;</testcase></testsuite>");

        bomb.ShouldStartWith("a.xml:25: is no well-formed XML: Reference to undeclared entity 'a19'");
        file.ShouldStartWith("a.xml:1: is no well-formed XML: Reference to undeclared entity 'f'");
    }

    [Fact]
    public async Task Characters_that_XML_does_not_have_lose_no_report()
    {
        var cases = await ReadReport.CasesAsync("JUNITXML", "<testsuite><testcase name='a'><failure>\u001B[31mred &#27;[0m \uFFFF<![CDATA[\u0000 x]]></failure></testcase></testsuite>");

        cases.ShouldHaveSingleItem().Message.ShouldBe("\uFFFD[31mred \u001B[0m \uFFFD\uFFFD x");
    }

    [Fact]
    public async Task A_byte_that_is_no_text_loses_no_report()
    {
        var bytes = Encoding.Latin1.GetBytes("<testsuite><testcase name='caf\xe9'/></testsuite>");

        (await ReadReport.OfAsync("JUNITXML", bytes)).Cases.Kept.ShouldHaveSingleItem().Name.ShouldBe("caf\uFFFD");
    }

    [Fact]
    public async Task Deep_nesting_is_told()
    {
        (await ReadReport.FaultAsync("JUNITXML", string.Concat(Enumerable.Repeat("<testsuite>", 100_000)))).ShouldBe("a.xml:1: elements are more than 256 deep in each other");
        (await ReadReport.FaultAsync("CUCUMBERJSON", new string('[', 100_000))).ShouldStartWith("a.xml:1: is no well-formed JSON: The maximum configured depth of 64");
    }

    [Fact]
    public async Task A_long_text_loses_its_end_and_what_follows_keeps_its_line()
    {
        var noise = string.Concat(Enumerable.Repeat("a line of noise &amp; more\n", 20_000));
        var text = $"<testsuite><testcase name='a'><system-out><![CDATA[{noise}]]></system-out><system-err>{noise}</system-err></testcase>\n<!-- {noise} -->\n<testcase/></testsuite>";

        (await ReadReport.OfAsync("JUNITXML", text)).Faults.ShouldBe(["a.xml:60003: a test case without a name"]);
    }

    [Fact]
    public async Task A_tag_without_an_end_is_told() =>
        (await ReadReport.FaultAsync("JUNITXML", "<testsuite name='" + new string('x', 5_000_000))).ShouldBe("a.xml: a tag has more than 4194304 characters");

    [Fact]
    public async Task Memory_does_not_grow_with_the_file()
    {
        var content = new ReportContent("a.xml");
        using var file = new RepeatedStream("<testsuite name='s'><testcase name='a'><system-out><![CDATA[", new string('x', 16_000) + "\n", 2_000, "]]></system-out><failure>no</failure></testcase></testsuite>");

        await ReportFile.ReadAsync(ReportFormats.Default, content, file, TestContext.Current.CancellationToken);

        content.Cases.Kept.ShouldHaveSingleItem().Message.ShouldBe("no");
        file.Allocated.ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public async Task Reading_ends_when_the_build_does()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => ReportFile.ReadAsync(ReportFormats.Default, new ReportContent("a"), new MemoryStream(Encoding.UTF8.GetBytes(One)), stop.Token));
    }
}
