using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Tests.Reports;

/// <summary>No bytes give anything but a content or faults, in any format.</summary>
public sealed class ReportFuzzTests
{
    private static readonly (string Format, string Text)[] _corpus =
    [
        ("JUNITXML", "<?xml version='1.0'?><testsuites><testsuite name='s'><testcase name='a' classname='c' time='1,5'><failure message='m'><![CDATA[x]]></failure></testcase></testsuite></testsuites>"),
        ("NUNITXML", "<test-results><test-suite name='s'><results><test-case name='a.b(1)' result='Failure'><failure><message>m</message></failure></test-case></results></test-suite></test-results>"),
        ("NUNIT3XML", "<test-run><test-suite name='s'><test-case name='a' result='Failed' label='Error' duration='1'><failure><message>m</message></failure></test-case></test-suite></test-run>"),
        ("TESTNGXML", "<testng-results><suite name='s'><class name='c'><test-method name='a' status='FAIL' duration-ms='1'><exception><message>m</message></exception></test-method></class></suite></testng-results>"),
        ("VISUALSTUDIOTRX", "<TestRun><Results><UnitTestResult testId='1' testName='a' outcome='Failed'><InnerResults><UnitTestResult testName='b'/></InnerResults></UnitTestResult></Results><UnitTest id='1'><TestMethod className='c,d'/></UnitTest></TestRun>"),
        ("CLOVERXML", "<coverage><project><file name='a'><metrics statements='3' coveredstatements='1'/><line num='1' type='cond' truecount='1'/></file></project></coverage>"),
        ("COBERTURAXML", "<coverage><sources><source>/s</source></sources><class filename='a'><lines><line number='1' hits='1' condition-coverage='50% (1/2)'/></lines></class></coverage>"),
        ("JACOCOXML", "<!DOCTYPE report PUBLIC 'a' 'b' [<!ENTITY c 'd'>]><report><group name='g'><package name='p'><sourcefile name='f'><line nr='1' ci='1'/><counter type='LINE' covered='1'/></sourcefile></package></group></report>"),
        ("CUCUMBERJSON", """[{"uri": "u", "name": "f", "elements": [{"type": "scenario", "name": "s", "steps": [{"result": {"status": "failed", "duration": 1, "error_message": ["e"]}}]}]}]"""),
        ("SIMPLECOV", """{"R": {"coverage": {"/a": {"lines": [1, null, 0], "branches": {"x": {"y": 1}}}, "/b": [1]}}}"""),
    ];

    private static readonly string[] _pieces =
    [
        "", "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ", "?>", "<!DOCTYPE a [", "]", "&lt;", "&x;", "&#0;", "&#x1b;", "'", "\"", "\0", "\uFEFF", "\ud800", "\udc00", "\uFFFF", "]]", "--", "=",
        "{", "}", "[", ",", ":", "null", "1e999", "-1", "99999999999999999999", "\\u0000", "\\ud800", "<testsuite>", "</testsuite>", "xmlns='a'", "a:b", "\n", "\r", "<testcase name='a'/>", "\"lines\": ", "\"elements\": [",
    ];

    [Fact]
    public void Bytes() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => _corpus.All(sample => ReadsOrTells(sample.Format, bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void Mutated_reports() => Prop.ForAll(Mutated().ToArbitrary(), mutant => ReadsOrTells(mutant.Format, Encoding.UTF8.GetBytes(mutant.Text))).Check(Config.QuickThrowOnFailure.WithMaxTest(4000));

    [Fact]
    public void Truncated_reports()
    {
        foreach (var (format, text) in _corpus)
        {
            for (var length = 0; length < text.Length; length++)
            {
                var content = Read(format, Encoding.UTF8.GetBytes(text[..length]));
                content.Faults.ShouldNotBeEmpty($"{format} {text[..length]}");
            }

            ReadsOrTells(format, Encoding.UTF8.GetBytes(text)).ShouldBeTrue();
        }
    }

    private static Gen<(string Format, string Text)> Mutated() =>
        from sample in Gen.Elements(_corpus)
        from changes in Gen.Choose(0, 1_000_000).SelectMany(at => Gen.Elements(_pieces).SelectMany(piece => Gen.Choose(0, 12).Select(cut => (at, piece, cut)))).ListOf()
        select (sample.Format, changes.Aggregate(sample.Text, Mutate));

    private static string Mutate(string text, (int At, string Piece, int Cut) change)
    {
        var at = change.At % (text.Length + 1);
        return text[..at] + change.Piece + text[Math.Min(text.Length, at + change.Cut)..];
    }

    private static bool ReadsOrTells(string format, byte[] bytes)
    {
        var content = Read(format, bytes);
        return content.Cases.Kept.All(test => test is { Name.Length: > 0 and <= TestCase.LongestName, DurationInNanoSeconds: >= 0 })
            && content.Coverage.Files().All(file => file.Counts is { LinesCovered: >= 0, LinesMissed: >= 0, BranchesCovered: >= 0, BranchesMissed: >= 0 });
    }

    private static ReportContent Read(string format, byte[] bytes)
    {
        var content = new ReportContent("a");
        ReportFile.ReadAsync(ReportFormats.Find(format)!, content, new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
        return content;
    }
}
