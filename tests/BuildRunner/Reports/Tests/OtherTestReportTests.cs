namespace Sluice.BuildRunner.Tests.Reports.Tests;

/// <summary>NUnit's two formats, TestNG's, Visual Studio's and Cucumber's.</summary>
public sealed class OtherTestReportTests
{
    [Fact]
    public async Task NUnit_2()
    {
        var cases = await ReadReport.CasesAsync("NUNITXML", """
            <?xml version="1.0" encoding="utf-8" standalone="no"?>
            <test-results name="shop.dll" total="5">
              <test-suite name="CartTests" success="False" time="0.1"><results>
                <test-case name="Shop.CartTests.Adds(1.5)" executed="True" result="Success" success="True" time="0.016" asserts="1" />
                <test-case name="Shop.CartTests.Removes" executed="True" result="Failure" success="False" time="0.01">
                  <failure><message><![CDATA[  Expected: 1
              But was:  2
            ]]></message><stack-trace><![CDATA[at Shop.CartTests.Removes()]]></stack-trace></failure></test-case>
                <test-case name="Shop.CartTests.Sorts" executed="False" result="Ignored"><reason><message><![CDATA[later]]></message></reason></test-case>
                <test-case name="Shop.CartTests.Breaks" executed="True" result="Error" success="False" />
                <test-case name="Old" executed="True" success="True" />
                <test-case name="Shop.CartTests.Odd" executed="True" result="Inconclusive" />
              </results></test-suite>
            </test-results>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded CartTests Shop.CartTests Adds(1.5) 16 -",
            "Failed CartTests Shop.CartTests Removes 10 Expected: 1|  But was:  2|at Shop.CartTests.Removes()",
            "Skipped CartTests Shop.CartTests Sorts 0 later",
            "Error CartTests Shop.CartTests Breaks 0 -",
            "Succeeded CartTests - Old 0 -",
            "Unknown CartTests Shop.CartTests Odd 0 -",
        ]);
    }

    [Fact]
    public async Task NUnit_3()
    {
        var cases = await ReadReport.CasesAsync("NUNIT3XML", """
            <test-run id="2" result="Failed" duration="0.5"><command-line><![CDATA[nunit3-console shop.dll]]></command-line>
              <test-suite type="Assembly" name="shop.dll"><test-suite type="TestFixture" name="CartTests" classname="Shop.CartTests">
                <test-case name="Adds" fullname="Shop.CartTests.Adds" methodname="Adds" classname="Shop.CartTests" result="Passed" duration="0.25" />
                <test-case name="Removes" classname="Shop.CartTests" result="Failed" duration="0.1"><failure><message>no</message><stack-trace>at X</stack-trace></failure><output>noise</output></test-case>
                <test-case name="Breaks" classname="Shop.CartTests" result="Failed" label="Error" />
                <test-case name="Sorts" classname="Shop.CartTests" result="Skipped" label="Ignored"><reason><message>later</message></reason></test-case>
                <test-case name="Warns" classname="Shop.CartTests" result="Warning" />
                <test-case name="Odd" classname="Shop.CartTests" result="Inconclusive" />
              </test-suite></test-suite>
            </test-run>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded CartTests Shop.CartTests Adds 250 -",
            "Failed CartTests Shop.CartTests Removes 100 no|at X",
            "Error CartTests Shop.CartTests Breaks 0 -",
            "Skipped CartTests Shop.CartTests Sorts 0 later",
            "Succeeded CartTests Shop.CartTests Warns 0 -",
            "Unknown CartTests Shop.CartTests Odd 0 -",
        ]);
    }

    [Fact]
    public async Task TestNG_tells_of_set_up_only_when_it_failed()
    {
        var cases = await ReadReport.CasesAsync("TESTNGXML", """
            <testng-results skipped="1" failed="1" total="3" passed="1">
              <reporter-output></reporter-output>
              <suite name="Suite" duration-ms="50"><groups/><test name="Cart"><class name="shop.CartTest">
                <test-method status="PASS" signature="setUp()" name="setUp" is-config="true" duration-ms="5"/>
                <test-method status="PASS" signature="adds()" name="adds" duration-ms="12"><reporter-output/></test-method>
                <test-method status="FAIL" name="removes" duration-ms="3"><exception class="java.lang.AssertionError"><message><![CDATA[no]]></message><full-stacktrace><![CDATA[at shop]]></full-stacktrace></exception></test-method>
                <test-method status="SKIP" name="sorts" duration-ms="0"/>
                <test-method status="FAIL" name="tearDown" is-config="true" duration-ms="1"/>
                <test-method status="SUCCESS_PERCENTAGE_FAILURE" name="odd" duration-ms="0"/>
              </class></test></suite>
            </testng-results>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded Suite shop.CartTest adds 12 -",
            "Failed Suite shop.CartTest removes 3 java.lang.AssertionError|no|at shop",
            "Skipped Suite shop.CartTest sorts 0 -",
            "Failed Suite shop.CartTest tearDown 1 -",
            "Unknown Suite shop.CartTest odd 0 -",
        ]);
    }

    [Fact]
    public async Task Trx_takes_the_class_from_the_definition_and_the_rows_for_their_test()
    {
        var cases = await ReadReport.CasesAsync("VisualStudioTrx", """
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun id="1" name="run" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testId="a" testName="Shop.CartTests.Adds" duration="00:00:00.0160000" outcome="Passed"><Output><StdOut>noise</StdOut></Output></UnitTestResult>
                <UnitTestResult testId="b" testName="Removes" duration="00:00:01.5" outcome="Failed"><Output><ErrorInfo><Message>no</Message><StackTrace>at X</StackTrace></ErrorInfo></Output></UnitTestResult>
                <UnitTestResult testId="c" testName="Rows" duration="00:00:02" outcome="Failed" resultType="DataDrivenTest"><InnerResults>
                  <UnitTestResult testId="c" testName="Rows (1)" duration="00:00:01" outcome="Passed" />
                  <UnitTestResult testId="c" testName="Rows (2)" duration="00:00:01" outcome="Failed" /></InnerResults></UnitTestResult>
                <UnitTestResult testId="d" testName="Sorts" outcome="NotExecuted" />
                <UnitTestResult testId="d" testName="Hangs" outcome="Timeout" />
                <UnitTestResult testId="x" testName="Odd" outcome="Inconclusive" />
              </Results>
              <TestDefinitions>
                <UnitTest id="A" name="Adds"><TestMethod className="Shop.CartTests" name="Adds" /></UnitTest>
                <UnitTest id="b" name="Removes"><TestMethod className="Shop.CartTests, shop, Version=1.0.0.0" name="Removes" /></UnitTest>
                <UnitTest id="c" name="Rows"><TestMethod className="Shop.CartTests" name="Rows" /></UnitTest>
                <UnitTest id="d" name="Sorts"><TestMethod className="Shop.CartTests" name="Sorts" /></UnitTest>
              </TestDefinitions>
            </TestRun>
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded Shop.CartTests Shop.CartTests Adds 16 -",
            "Failed Shop.CartTests Shop.CartTests Removes 1500 no|at X",
            "Succeeded Shop.CartTests Shop.CartTests Rows (1) 1000 -",
            "Failed Shop.CartTests Shop.CartTests Rows (2) 1000 -",
            "Skipped Shop.CartTests Shop.CartTests Sorts 0 -",
            "Error Shop.CartTests Shop.CartTests Hangs 0 -",
            "Unknown - - Odd 0 -",
        ]);
    }

    [Fact]
    public async Task Cucumber_takes_a_scenario_for_a_case_with_its_background_and_its_hooks()
    {
        var cases = await ReadReport.CasesAsync("CUCUMBERJSON", """
            [{"uri": "features/cart.feature", "id": "cart", "name": "Cart", "keyword": "Feature", "elements": [
              {"type": "background", "name": "", "steps": [{"name": "a shop", "result": {"status": "passed", "duration": 1000000}}]},
              {"type": "scenario", "id": "cart;adds", "name": "Adds", "steps": [{"name": "x", "result": {"status": "passed", "duration": 2000000}}]},
              {"type": "scenario", "name": "Removes", "before": [{"result": {"status": "passed"}}],
               "steps": [{"name": "x", "result": {"status": "failed", "error_message": "no\nat x"}}, {"name": "y", "result": {"status": "skipped"}}]},
              {"type": "scenario", "name": "Sorts", "steps": [{"name": "x", "result": {"status": "undefined"}}]},
              {"type": "scenario", "name": "Waits", "steps": [{"name": "x", "result": {"status": "pending"}}, {"rows": [{"cells": ["a"]}], "result": {"status": "skipped"}}]},
              {"type": "scenario", "id": "cart;4", "name": "", "after": [{"result": {"status": "failed"}}], "steps": []}]},
             {"name": "Other", "location": "other.feature:1", "status": "failed", "elements": [
              {"type": "scenario", "name": "behave", "status": "failed", "steps": [{"result": {"status": "failed", "duration": 0.25, "error_message": ["line 1", "line 2"]}}]},
              {"type": "scenario", "name": "untested", "status": "skipped", "steps": []}]}]
            """);

        cases.Select(ReadReport.Line).ShouldBe(
        [
            "Succeeded Cart features/cart.feature Adds 3 -",
            "Failed Cart features/cart.feature Removes 1 no|at x",
            "Error Cart features/cart.feature Sorts 1 -",
            "Skipped Cart features/cart.feature Waits 1 -",
            "Failed Cart features/cart.feature cart;4 1 -",
            "Failed Other other.feature:1 behave 250 line 1|line 2",
            "Skipped Other other.feature:1 untested 0 -",
        ]);
    }

    [Theory]
    [InlineData("{}", "a.xml:1: is no CUCUMBERJSON report; expected a list of features")]
    [InlineData("3", "a.xml:1: is no CUCUMBERJSON report")]
    [InlineData("[\n{\"elements\":\n [}]", "a.xml:3: is no well-formed JSON: ")]
    [InlineData("", "a.xml:1: is no well-formed JSON: ")]
    public async Task What_is_no_Cucumber_file_is_told(string text, string fault) => (await ReadReport.FaultAsync("CUCUMBERJSON", text)).ShouldStartWith(fault);
}
