using Sluice.Local.StateMachines.Definitions;

namespace Sluice.Local.Tests.StateMachines.Choices;

public sealed class OperatorTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("StringEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringEquals", "\"B\"", "\"b\"", false)]
    [InlineData("StringEquals", "1", "\"1\"", false)]
    [InlineData("StringLessThan", "\"a\"", "\"b\"", true)]
    [InlineData("StringLessThan", "\"b\"", "\"b\"", false)]
    [InlineData("StringLessThan", "\"B\"", "\"a\"", true)]
    [InlineData("StringGreaterThan", "\"c\"", "\"b\"", true)]
    [InlineData("StringGreaterThan", "\"b\"", "\"b\"", false)]
    [InlineData("StringLessThanEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringLessThanEquals", "\"c\"", "\"b\"", false)]
    [InlineData("StringGreaterThanEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringGreaterThanEquals", "\"a\"", "\"b\"", false)]
    [InlineData("NumericEquals", "5.0", "5", true)]
    [InlineData("NumericEquals", "\"5\"", "5", false)]
    [InlineData("NumericEquals", "12345678901234567890", "12345678901234567891", false)]
    [InlineData("NumericLessThan", "4", "5", true)]
    [InlineData("NumericLessThan", "5", "5", false)]
    [InlineData("NumericGreaterThan", "6e0", "5", true)]
    [InlineData("NumericGreaterThan", "5", "5", false)]
    [InlineData("NumericLessThanEquals", "5", "5", true)]
    [InlineData("NumericLessThanEquals", "1e300", "5", false)]
    [InlineData("NumericGreaterThanEquals", "5", "5", true)]
    [InlineData("NumericGreaterThanEquals", "1e-300", "0", true)]
    [InlineData("NumericGreaterThanEquals", "4.9", "5", false)]
    [InlineData("BooleanEquals", "true", "true", true)]
    [InlineData("BooleanEquals", "false", "true", false)]
    [InlineData("BooleanEquals", "\"true\"", "true", false)]
    [InlineData("TimestampEquals", "\"2026-01-01T01:00:00+01:00\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampEquals", "\"2026-01-01\"", "\"2026-01-01T00:00:00Z\"", false)]
    [InlineData("TimestampLessThan", "\"2025-12-31T23:59:59.999Z\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampLessThan", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", false)]
    [InlineData("TimestampGreaterThan", "\"2026-01-01T00:00:00.000000001Z\"", "\"2025-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampGreaterThan", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", false)]
    [InlineData("TimestampLessThanEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampLessThanEquals", "\"2027-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", false)]
    [InlineData("TimestampGreaterThanEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("TimestampGreaterThanEquals", "\"2025-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", false)]
    public void A_comparison_and_its_path_form(string name, string variable, string other, bool expected)
    {
        IsTrue($$""" "Variable": "$.v", "{{name}}": {{other}} """, variable).ShouldBe(expected);
        IsTrue($$""" "Variable": "$.v", "{{name}}Path": "$.o" """, variable, other).ShouldBe(expected);
    }

    [Theory]
    [InlineData("foo*.log", "foo23.log", true)]
    [InlineData("*.log", "zebra.log", true)]
    [InlineData("foo*.*", "foobar.zebra", true)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXbYbZ", false)]
    [InlineData("a\\\\*b", "a*b", true)]
    [InlineData("a\\\\*b", "axb", false)]
    [InlineData("a\\\\\\\\b", "a\\\\b", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("*a\\\\*", "xa*", true)]
    [InlineData("*a\\\\*", "xa", false)]
    public void StringMatches_knows_one_wildcard_and_its_escape(string pattern, string text, bool expected) =>
        IsTrue($$""" "Variable": "$.v", "StringMatches": "{{pattern}}" """, $"\"{text}\"").ShouldBe(expected);

    [Theory]
    [InlineData("IsNull", "null", true)]
    [InlineData("IsNull", "0", false)]
    [InlineData("IsNumeric", "1.5", true)]
    [InlineData("IsNumeric", "\"1\"", false)]
    [InlineData("IsString", "\"\"", true)]
    [InlineData("IsString", "null", false)]
    [InlineData("IsBoolean", "false", true)]
    [InlineData("IsBoolean", "0", false)]
    [InlineData("IsTimestamp", "\"2026-01-31T12:00:00Z\"", true)]
    [InlineData("IsTimestamp", "\"2026-01-31T12:00:00.5+02:00\"", true)]
    [InlineData("IsTimestamp", "\"2026-01-31t12:00:00z\"", false)]
    [InlineData("IsTimestamp", "\"2026-02-31T12:00:00Z\"", false)]
    [InlineData("IsTimestamp", "\"2026-01-31T12:00:00\"", false)]
    [InlineData("IsTimestamp", "7", false)]
    [InlineData("IsPresent", "null", true)]
    public void A_question_of_type_and_its_opposite(string name, string variable, bool expected)
    {
        IsTrue($$""" "Variable": "$.v", "{{name}}": true """, variable).ShouldBe(expected);
        IsTrue($$""" "Variable": "$.v", "{{name}}": false """, variable).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("""  "And": [{"Variable": "$.v", "NumericGreaterThan": 1}, {"Variable": "$.v", "NumericLessThan": 3}] """, "2", true)]
    [InlineData("""  "And": [{"Variable": "$.v", "NumericGreaterThan": 1}, {"Variable": "$.v", "NumericLessThan": 3}] """, "3", false)]
    [InlineData("""  "Or": [{"Variable": "$.v", "NumericEquals": 1}, {"Variable": "$.v", "NumericEquals": 2}] """, "2", true)]
    [InlineData("""  "Or": [{"Variable": "$.v", "NumericEquals": 1}, {"Variable": "$.v", "NumericEquals": 2}] """, "3", false)]
    [InlineData("""  "Not": {"Or": [{"Variable": "$.v", "NumericEquals": 1}, {"Not": {"Variable": "$.v", "IsNumeric": true}}]} """, "3", true)]
    [InlineData("""  "And": [{"Variable": "$.x", "IsPresent": true}, {"Variable": "$.x.y", "NumericEquals": 1}] """, "3", false)]
    [InlineData("""  "Variable": "$$.Execution.Input.v", "NumericEquals": 3 """, "3", true)]
    [InlineData("""  "Variable": "$.o[?(@ == 3)]", "IsPresent": true """, "3", false)]
    public void Rules_join(string rule, string variable, bool expected) => IsTrue(rule, variable).ShouldBe(expected);

    [Fact]
    public void A_variable_that_is_missing_is_an_error_that_nobody_catches()
    {
        var result = bench.Result(Machine(""" "Variable": "$.none", "NumericEquals": 1 """), """{"v": 1}""");

        result.Error.ShouldBe("States.Runtime");
        result.Cause.ShouldBe(
            "An error occurred while executing the state 'S' (entered at the event id #2). "
            + "Invalid path '$.none': The choice state's condition path references an invalid value.");
    }

    [Fact]
    public void No_rule_and_no_default_is_an_error()
    {
        var result = bench.Result(
            """{"StartAt": "S", "States": {"S": {"Type": "Choice", "Choices": [{"Variable": "$.v", "IsNull": true, "Next": "T"}]}, "T": {"Type": "Succeed"}}}""",
            """{"v": 1}""");

        result.Error.ShouldBe("States.Runtime");
    }

    [Theory]
    [InlineData(""" "Variable": "$.v" """, "the rule has no comparison")]
    [InlineData(""" "Variable": "$.v", "StringEquals": "a", "IsNull": true """, "the rule has 2 comparisons (IsNull, StringEquals)")]
    [InlineData(""" "Variable": "$.v", "StringEqual": "a" """, "did you mean 'StringEquals'?")]
    [InlineData(""" "Variable": "$.v", "NumericEquals": "1" """, "NumericEquals: a number was expected, not the text '1'")]
    [InlineData(""" "Variable": "$.v", "StringMatchesPath": "$.o" """, "the rule has no comparison")]
    [InlineData(""" "Variable": "v", "IsNull": true """, "'v' is no JSONPath")]
    [InlineData(""" "Variable": "$.v", "TimestampEquals": "today" """, "TimestampEquals: a timestamp such as 2026-01-31T12:00:00Z was expected, not the text 'today'")]
    [InlineData(""" "Variable": "$.v", "IsNull": "yes" """, "IsNull: true or false was expected, not the text 'yes'")]
    [InlineData(""" "And": [] """, "at least one rule")]
    [InlineData(""" "Not": [] """, "Not: a map was expected, not a list")]
    [InlineData(""" "Not": {"Variable": "$.v", "IsNull": true, "Next": "T"} """, "Not.Next: a choice rule has no such field")]
    public void A_rule_with_a_fault_is_refused(string rule, string message) =>
        Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(Machine(rule))).Message.ShouldContain(message);

    private static string Machine(string rule) =>
        """{"StartAt": "S", "States": {"S": {"Type": "Choice", "Default": "F", "Choices": [{"Next": "T", """ + rule
        + """}]}, "T": {"Type": "Pass", "Result": true, "End": true}, "F": {"Type": "Pass", "Result": false, "End": true}}}""";

    private bool IsTrue(string rule, string variable, string other = "[]")
    {
        var result = bench.Result(Machine(rule), $$"""{"v": {{variable}}, "o": {{other}}}""");
        return bool.Parse(result.OutputJson ?? result.Cause!);
    }
}
