using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.Tests.StateMachines.Running;

/// <summary>Causes in AWS's words.</summary>
public sealed class CauseTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("{}", "The SecondsPath parameter does not reference an input value: $.x")]
    [InlineData("""{"x":-1}""", "The SecondsPath parameter references a negative value: $.x == -1")]
    [InlineData("""{"x":1.5}""", "The SecondsPath parameter cannot be parsed as a long value: $.x == 1.5")]
    [InlineData("""{"x":-1.5}""", "The SecondsPath parameter cannot be parsed as a long value: $.x == -1.5")]
    [InlineData("""{"x":"soon"}""", "The SecondsPath parameter cannot be parsed as a long value: $.x == soon")]
    [InlineData("""{"x":{}}""", "The SecondsPath parameter cannot be parsed as a long value: $.x == {}")]
    [InlineData("""{"x":100000000}""", "The SecondsPath parameter references a value that is not between 0 and 99999999: $.x == 100000000")]
    public void Of_a_wait_for_seconds(string input, string cause) => Cause(""" "Type": "Wait", "SecondsPath": "$.x", "End": true """, input).ShouldBe(cause);

    [Theory]
    [InlineData("{}", "The TimestampPath parameter does not reference an input value: $.x")]
    [InlineData("""{"x":"2016-12-05T21:29:29"}""", "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.x == 2016-12-05T21:29:29")]
    [InlineData("""{"x":"2016-13-05T21:29:29Z"}""", "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.x == 2016-13-05T21:29:29Z")]
    [InlineData("""{"x":7}""", "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.x == 7")]
    [InlineData("""{"x":"9999-12-31T23:59:59Z"}""", "Wait state delay is too long.")]
    [InlineData("""{"x":"2094-01-19T03:14:08Z"}""", "Wait state delay is too long.")]
    public void Of_a_wait_for_a_time(string input, string cause) => Cause(""" "Type": "Wait", "TimestampPath": "$.x", "End": true """, input).ShouldBe(cause);

    [Fact]
    public void A_wait_can_be_as_long_as_it_can_in_AWS() => bench.Time.Run(async () =>
    {
        var execution = bench.Start(Bench.One(""" "Type": "Wait", "Timestamp": "2094-01-19T03:14:07Z", "End": true """));
        await Task.Delay(TimeSpan.FromHours(1), bench.Time);

        execution.Status.ShouldBe(ExecutionStatus.Running);

        bench.Engine.Stop(execution.Arn, null, null);
        await execution.Completion;
    });

    [Theory]
    [InlineData("TimeoutSecondsPath", "{}", "Invalid path '$.x' : No results for path: $['x']")]
    [InlineData("HeartbeatSecondsPath", "{}", "Invalid path '$.x' : No results for path: $['x']")]
    [InlineData("TimeoutSecondsPath", """{"x":{}}""", "The TimeoutSecondsPath field refers to value \"{}\" which is not a valid integer: $.x")]
    [InlineData("HeartbeatSecondsPath", """{"x":"NoNumber"}""", "The HeartbeatSecondsPath field refers to value \"NoNumber\" which is not a valid integer: $.x")]
    [InlineData("TimeoutSecondsPath", """{"x":-1}""", "The TimeoutSecondsPath parameter references a negative value: $.x == -1")]
    public void Of_a_task_that_ends_in_time(string field, string input, string cause) =>
        Cause($""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "{field}": "$.x", "End": true """, input).ShouldBe(cause);

    [Theory]
    [InlineData(""" "MaxConcurrencyPath": "$.x", "ItemsPath": "$.l" """, """{"x":{},"l":[1]}""", "The MaxConcurrencyPath field refers to value \"{}\" which is not a valid integer: $.x")]
    [InlineData(""" "MaxConcurrencyPath": "$.x", "ItemsPath": "$.l" """, """{"x":"NoNumber","l":[1]}""", "The MaxConcurrencyPath field refers to value \"NoNumber\" which is not a valid integer: $.x")]
    [InlineData(""" "Comment": "items" """, "{}", "Reference path \"$\" must point to array.")]
    [InlineData(""" "ItemsPath": "$.l" """, """{"l":7}""", "Reference path \"$.l\" must point to array.")]
    [InlineData(""" "ItemsPath": "$$.Execution.Input" """, "{}", "Reference path \"$.Execution.Input\" must point to array.")]
    public void Of_a_map(string fields, string input, string cause) =>
        Cause($$""" "Type": "Map", {{fields}}, "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true} } } """, input).ShouldBe(cause);

    [Theory]
    [InlineData("$.none", "No results for path: $['none']")]
    [InlineData("$.a.none", "No results for path: $['a']['none']")]
    [InlineData("$.no.such.path", "Missing property in path $['no']")]
    [InlineData("$.a.no.path", "Missing property in path $['a']['no']")]
    [InlineData("$.l[7]", "No results for path: $['l'][7]")]
    public void Of_a_path_that_leads_nowhere(string path, string cause)
    {
        foreach (var field in new[] { "InputPath", "OutputPath" })
        {
            Cause($""" "Type": "Pass", "End": true, "{field}": "{path}" """, """{"a":{"b":1},"l":[]}""").ShouldBe($"Invalid path '{path}' : {cause}");
        }
    }

    [Fact]
    public void Of_items_that_are_not_there()
    {
        var result = bench.Result(
            Bench.One(""" "Type": "Map", "ItemsPath": "$.a.items", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}} """), """{"a":{}}""");

        (result.Error, result.Cause).ShouldBe(("States.ReferencePathConflict", """Unable to apply step "items" to input {"a":{}}"""));
    }

    [Theory]
    [InlineData(""" "Type": "Pass", "Parameters": {"v.$": "$.none"}, "End": true """, "v.$")]
    [InlineData(""" "Type": "Fail", "ErrorPath": "$.none" """, "ErrorPath")]
    [InlineData(""" "Type": "Fail", "CausePath": "$.none" """, "CausePath")]
    public void Of_a_value_that_is_not_there(string state, string field) =>
        Cause(state, """{"a":1}""").ShouldBe($$"""The JSONPath '$.none' specified for the field '{{field}}' could not be found in the input '{"a":1}'""");

    [Fact]
    public void Of_a_choice_that_leads_nowhere() =>
        Cause(""" "Type": "Choice", "Choices": [{"Variable": "$.a", "NumericEquals": 2, "Next": "S"}] """, """{"a":1}""")
            .ShouldBe("Failed to transition out of the state. The state does not point to a next state.");

    private string Cause(string state, string input)
    {
        var result = bench.Result(Bench.One(state), input);
        result.Error.ShouldBe("States.Runtime");
        const string Where = "An error occurred while executing the state 'S' (entered at the event id #2). ";
        result.Cause.ShouldNotBeNull().ShouldStartWith(Where);
        return result.Cause[Where.Length..];
    }
}
