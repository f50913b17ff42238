namespace Sluice.BuildRunner.Tests.Reports.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public async Task Surefire_and_Gradle()
    {
        var cases = await ReadReport.CasesAsync("JUNITXML", """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="shop.CartTest" time="1,234.5" tests="4" errors="1" skipped="1" failures="1">
              <properties><property name="java.version" value="21"/></properties>
              <testcase name="adds" classname="shop.CartTest" time="1,234.5"/>
              <testcase name="removes" classname="shop.CartTest" time="0.02">
                <failure message="expected: &lt;1&gt; but was: &lt;2&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: expected: <1> but was: <2>
                at shop.CartTest.removes(CartTest.java:9)]]></failure>
                <system-out><![CDATA[<testcase name="none"/>]]></system-out>
              </testcase>
              <testcase name="empties" classname="shop.CartTest" time="0"><error type="java.io.IOException"/></testcase>
              <testcase name="sorts" classname="shop.CartTest" time="0"><skipped message="not on Mondays"/></testcase>
              <testcase name="passes again" classname="shop.CartTest" time="0"><flakyFailure message="once"/></testcase>
              <system-err>noise</system-err>
            </testsuite>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded shop.CartTest shop.CartTest adds 1234500 -",
            "Failed shop.CartTest shop.CartTest removes 20 org.opentest4j.AssertionFailedError: expected: <1> but was: <2>|    at shop.CartTest.removes(CartTest.java:9)",
            "Error shop.CartTest shop.CartTest empties 0 java.io.IOException",
            "Skipped shop.CartTest shop.CartTest sorts 0 not on Mondays",
            "Succeeded shop.CartTest shop.CartTest passes again 0 -",
        ]);
    }

    [Fact]
    public async Task Pytest_Jest_and_go_junit_report()
    {
        var cases = await ReadReport.CasesAsync("junitxml", """
            <testsuites name="jest tests" tests="4">
              <testsuite name="pytest"><testcase classname="tests.test_cart" name="test_add[1]" time="1.5e-3"/>
                <testcase classname="tests.test_cart" name="test_x"><skipped type="pytest.xfail" message="">reason</skipped></testcase></testsuite>
              <testsuite name="cart.test.js" timestamp="2024-01-01T00:00:00"><testcase classname="cart adds" name="cart adds" time="0,004"><failure>Error: no</failure></testcase></testsuite>
              <testsuite name="shop/cart"><testcase classname="cart" name="TestAdd" time="0.010"></testcase></testsuite>
            </testsuites>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded pytest tests.test_cart test_add[1] 1 -",
            "Skipped pytest tests.test_cart test_x 0 pytest.xfail|reason",
            "Failed cart.test.js cart adds cart adds 4 Error: no",
            "Succeeded shop/cart cart TestAdd 10 -",
        ]);
    }

    [Fact]
    public async Task GoogleTest_says_in_attributes_what_was_not_run()
    {
        var cases = await ReadReport.CasesAsync("JUNITXML", """
            <testsuites><testsuite name="Cart">
              <testcase name="Adds" status="run" result="completed" time="0.001" classname="Cart"/>
              <testcase name="DISABLED_Sorts" status="notrun" result="suppressed" time="0" classname="Cart"/>
              <testcase name="Skips" status="run" result="skipped" time="0" classname="Cart"><skipped message="no GPU"/></testcase>
              <testcase name="Fails" status="run" result="completed" time="0" classname="Cart"><failure message="a">first</failure><failure message="b">second</failure></testcase>
            </testsuite></testsuites>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
            ["Succeeded Cart Cart Adds 1 -", "Skipped Cart Cart DISABLED_Sorts 0 -", "Skipped Cart Cart Skips 0 no GPU", "Failed Cart Cart Fails 0 a|first|b|second"]);
    }

    [Fact]
    public async Task Suites_in_suites_and_a_suite_that_broke_off()
    {
        var cases = await ReadReport.CasesAsync("JUNITXML", """
            <testsuites><testsuite name="outer"><testsuite name="inner"><testcase name="a"/></testsuite><testcase name="b"/>
              <error message="the fixture broke">trace</error></testsuite></testsuites>
            """);

        cases.Select(ReadReport.Line).ShouldBe(["Succeeded inner - a 0 -", "Succeeded outer - b 0 -", "Error outer - outer 0 the fixture broke|trace"]);
    }

    [Fact]
    public async Task Files_that_were_appended_to_each_other_are_one()
    {
        var one = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made by a tool -->\n<testsuite name=\"s\"><testcase name=\"a\"/></testsuite>\n";

        (await ReadReport.CasesAsync("JUNITXML", one + one)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 0)]
    [InlineData("-1", 0)]
    [InlineData("NaN", 0)]
    [InlineData("2", 2_000_000_000)]
    [InlineData("0.0000005", 500)]
    [InlineData("1,5", 1_500_000_000)]
    [InlineData("1,234", 1_234_000_000_000)]
    [InlineData("0,123", 123_000_000)]
    [InlineData("1,234,567.5", 1_234_567_500_000_000)]
    [InlineData("1e300", long.MaxValue)]
    [InlineData("Infinity", long.MaxValue)]
    public async Task Times_as_tools_write_them(string time, long nanoSeconds) =>
        (await ReadReport.CasesAsync("JUNITXML", $"<testsuite><testcase name=\"a\" time=\"{time}\"/></testsuite>")).ShouldHaveSingleItem().DurationInNanoSeconds.ShouldBe(nanoSeconds);

    [Fact]
    public async Task Texts_have_CodeBuilds_lengths_and_no_character_is_cut_in_two()
    {
        var name = new string('n', 998) + "𝔘𝔘";
        var test = (await ReadReport.CasesAsync("JUNITXML", $"<testsuite><testcase name=\"{name}\"><failure>{new string('m', 100_000)}</failure></testcase></testsuite>")).ShouldHaveSingleItem();

        test.Name.ShouldBe(new string('n', 998) + "…");
        test.Message.ShouldNotBeNull().Length.ShouldBe(5000);
        (await ReadReport.CasesAsync("JUNITXML", $"<testsuite><testcase name=\"{new string('n', 1000)}\"/></testsuite>")).ShouldHaveSingleItem().Name.Length.ShouldBe(1000);
    }

    [Fact]
    public async Task A_case_without_a_name_is_told_with_its_line() =>
        (await ReadReport.OfAsync("JUNITXML", "<testsuite>\n<testcase/>\n<testcase name=' '/></testsuite>")).Faults.ShouldBe(["a.xml:2: a test case without a name", "a.xml:3: a test case without a name"]);
}
