namespace Sluice.BuildRunner.Tests.Reports.Coverage;

public sealed class CoverageReportTests
{
    [Fact]
    public async Task Cobertura_counts_a_line_once_though_method_class_and_a_second_class_tell_of_it() =>
        (await ReadReport.CoverageAsync("COBERTURAXML", """
            <?xml version="1.0" ?>
            <!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
            <coverage line-rate="0.5" branch-rate="0.5" version="1.9"><sources><source>/src/lib</source></sources><packages><package name="p"><classes>
              <class name="Cart" filename="cart.py"><methods><method name="add"><lines><line number="1" hits="0"/></lines></method></methods>
                <lines><line number="1" hits="3"/><line number="2" hits="0"/><line number="3" hits="2" branch="true" condition-coverage="50% (1/2)"><conditions><condition number="0" type="jump" coverage="50%"/></conditions></line></lines></class>
              <class name="Cart.Inner" filename="cart.py"><lines><line number="3" hits="1" branch="true" condition-coverage="100% (2/2)"/><line number="4" hits="99999999999"/></lines></class>
              <class name="Abs" filename="/src/other/abs.py"><lines/></class>
            </classes></package></packages></coverage>
            """)).ShouldBe(["lib/cart.py 3/1 2/0", "other/abs.py 0/0 0/0"]);

    [Theory]
    [InlineData("<source>/a</source><source>/b</source>", "cart.py 1/0 0/0")]
    [InlineData("<source></source>", "cart.py 1/0 0/0")]
    [InlineData("<source>.</source>", "cart.py 1/0 0/0")]
    [InlineData("<source>/src</source>", "cart.py 1/0 0/0")]
    [InlineData("<source>/src/</source>", "cart.py 1/0 0/0")]
    [InlineData(@"<source>C:\w</source>", "C:/w/cart.py 1/0 0/0")]
    public async Task Cobertura_names_are_relative_to_its_source_if_there_is_one(string sources, string expected) =>
        (await ReadReport.CoverageAsync("COBERTURAXML", $"<coverage><sources>{sources}</sources><packages><package><classes><class filename='cart.py'><lines><line number='1' hits='1'/></lines></class></classes></package></packages></coverage>"))
            .ShouldBe([expected]);

    [Fact]
    public async Task Clover_by_Clover_Istanbul_and_PHPUnit() =>
        (await ReadReport.CoverageAsync("CLOVERXML", """
            <coverage generated="1" clover="4.3.1">
              <project timestamp="1"><metrics statements="9"/><package name="p"><metrics statements="9"/>
                <file name="Cart.java" path="/src/java/Cart.java"><metrics conditionals="2" coveredconditionals="1" statements="3" coveredstatements="2"/><class name="Cart"><metrics conditionals="90" coveredconditionals="90"/></class>
                  <line num="1" type="method" count="2"/><line num="2" type="cond" truecount="0" falsecount="1"/><line num="3" type="stmt" count="0"/></file></package>
                <file name="cart.js" path="/src/js/cart.js"><metrics statements="1" coveredstatements="1" conditionals="4" coveredconditionals="3"/><line num="1" count="1" type="cond" truecount="3" falsecount="1"/></file>
                <file name="/src/Cart.php"><line num="1" type="stmt" count="1"/><line num="2" type="cond" truecount="1" falsecount="0"/></file>
                <file name="Bare.php"><metrics statements="5" coveredstatements="2"/></file>
              </project>
              <testproject timestamp="1"><file name="CartTest.java"><line num="1" type="stmt" count="1"/></file></testproject>
            </coverage>
            """)).ShouldBe(["Bare.php 2/3 0/0", "Cart.php 2/0 1/1", "java/Cart.java 2/1 1/1", "js/cart.js 1/0 3/1"]);

    [Fact]
    public async Task Jacoco_with_its_document_type_and_its_groups() =>
        (await ReadReport.CoverageAsync("JACOCOXML", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop"><sessioninfo id="a" start="1" dump="2"/>
            <group name="core"><package name="shop/cart"><class name="shop/cart/Cart" sourcefilename="Cart.java"><counter type="LINE" missed="100" covered="100"/></class>
            <sourcefile name="Cart.java"><line nr="3" mi="0" ci="4" mb="1" cb="1"/><line nr="4" mi="2" ci="0" mb="0" cb="0"/><counter type="INSTRUCTION" missed="2" covered="4"/><counter type="LINE" missed="1" covered="1"/></sourcefile>
            <sourcefile name="NoLines.java"><counter type="LINE" missed="2" covered="7"/></sourcefile></package></group>
            <package name="shop"><sourcefile name="Main.kt"><line nr="1" mi="0" ci="1" mb="0" cb="0"/></sourcefile></package></report>
            """)).ShouldBe(["core/shop/cart/Cart.java 1/1 1/1", "core/shop/cart/NoLines.java 7/2 0/0", "shop/Main.kt 1/0 0/0"]);

    [Theory]
    [InlineData("""{"RSpec": {"coverage": {"/src/a.rb": [1, null, 0, 3], "/else/b.rb": []}, "timestamp": 1}}""", "/else/b.rb 0/0 0/0", "a.rb 2/1 0/0")]
    [InlineData("""{"RSpec": {"coverage": {"/src/a.rb": {"lines": [1, null, 0]}}}, "Cucumber": {"coverage": {"/src/a.rb": {"lines": [0, null, 2]}}}}""", "a.rb 2/0 0/0")]
    [InlineData("""{"R": {"coverage": {"/src/a.rb": {"lines": [1], "branches": {"[:if, 0, 1, 2, 3, 4]": {"[:then, 1, 1, 2, 3, 4]": 5, "[:else, 2, 1, 2, 3, 4]": 0}}, "methods": {"[A, :b, 1, 2, 3, 4]": 1}}}}}""", "a.rb 1/0 1/1")]
    [InlineData("{\"meta\": {\"simplecov_version\": \"0.22.0\"}, \"coverage\": {\"/src/a.rb\": {\"lines\": [1, \"ignored\", 0], \"branches\": [{\"type\": \"then\", \"start_line\": 1, \"coverage\": 1},\n{\"type\": \"else\", \"start_line\": 1, \"coverage\": 0}]}}, \"groups\": {}}", "a.rb 1/1 1/1")]
    public async Task SimpleCov_of_all_ages(string text, params string[] files) => (await ReadReport.CoverageAsync("SIMPLECOV", text)).ShouldBe(files);

    [Theory]
    [InlineData("SIMPLECOV", "[]", "a.xml:1: is no SIMPLECOV report; expected a map from test commands to their coverage")]
    [InlineData("SIMPLECOV", "{}", "a.xml: has no coverage; expected a map from test commands to their coverage")]
    [InlineData("CLOVERXML", "<coverage line-rate='1'/>", "a.xml:1: is no CLOVERXML report, but a COBERTURAXML one: is file-format right?")]
    [InlineData("COBERTURAXML", "<coverage>\n<project/></coverage>", "a.xml:2: is no COBERTURAXML report, but a CLOVERXML one: is file-format right?")]
    [InlineData("COBERTURAXML", "<coverage><class/></coverage>", "a.xml:1: a class without a filename")]
    [InlineData("JACOCOXML", "<report><sourcefile/></report>", "a.xml:1: a sourcefile without a name")]
    [InlineData("CLOVERXML", "<coverage><file/></coverage>", "a.xml:1: a file without a name")]
    public async Task What_is_no_such_file_is_told(string format, string text, string fault) => (await ReadReport.FaultAsync(format, text)).ShouldBe(fault);
}
