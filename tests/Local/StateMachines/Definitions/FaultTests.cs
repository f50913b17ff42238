using Sluice.Local.StateMachines.Definitions;

namespace Sluice.Local.Tests.StateMachines.Definitions;

public sealed class FaultTests
{
    [Theory]
    [InlineData("""[]""", "definition:1: a map (name: value) was expected, not a list")]
    [InlineData("""{"StartAt": """, "this is not JSON")]
    [InlineData("""{}""", "StartAt: is missing; expected a string")]
    [InlineData("""{"StartAt": "A"}""", "States: is missing; expected a map")]
    [InlineData("""{"StartAt": "B", "States": {"A": {"Type": "Succeed"}}}""", "StartAt: there is no state 'B' here")]
    [InlineData("""{"StartAt": "Aa", "States": {"Ab": {"Type": "Succeed"}}}""", "did you mean 'Ab'?")]
    [InlineData("""{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}}""", "States.B: no state leads to 'B'")]
    [InlineData("""{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "A": {"Type": "Succeed"}}}""", "States.A: this name is there twice; the first is in line 1")]
    [InlineData("""{"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Succeed"}}}""", "QueryLanguage: 'JSONata' is not supported here")]
    [InlineData("""{"StartAt": "A", "Version": "2.0", "States": {"A": {"Type": "Succeed"}}}""", "Version: '2.0' is not supported")]
    [InlineData("""{"StartAt": "A", "TimeoutSeconds": 0, "States": {"A": {"Type": "Succeed"}}}""", "TimeoutSeconds: a whole number from 1 to 99999999 was expected, not '0'")]
    [InlineData("""{"StartAt": "A", "Timeout": 1, "States": {"A": {"Type": "Succeed"}}}""", "Timeout: a state machine has no such field")]
    [InlineData("""{"StartAt": "A", "States": {"A": 1}}""", "States.A: a map was expected, not '1'")]
    public void A_machine(string definition, string fault) => Faults(definition).ShouldContain(fault);

    [Theory]
    [InlineData(""" "Type": "Pas", "End": true """, "States.S.Type: there is no state type 'Pas'; there are Task, Pass, Choice, Wait, Succeed, Fail, Parallel, Map; did you mean 'Pass'?")]
    [InlineData(""" "End": true """, "States.S.Type: is missing; expected a string")]
    [InlineData(""" "Type": "Pass" """, "States.S: the state has neither \"Next\" nor \"End\": true.")]
    [InlineData(""" "Type": "Pass", "End": false """, "neither \"Next\" nor")]
    [InlineData(""" "Type": "Pass", "End": true, "Next": "S" """, "both \"Next\" and \"End\"")]
    [InlineData(""" "Type": "Pass", "Next": "T" """, "States.S.Next: there is no state 'T' here")]
    [InlineData(""" "Type": "Pass", "Next": 5 """, "States.S.Next: a string was expected, not '5'")]
    [InlineData(""" "Type": "Pass", "End": "true" """, "States.S.End: true or false was expected, not the text 'true'")]
    [InlineData(""" "Type": "Pass", "End": true, "InputPth": "$" """, "did you mean 'InputPath'?")]
    [InlineData(""" "Type": "Pass", "End": true, "InputPath": "a" """, "States.S.InputPath: 'a' is no JSONPath")]
    [InlineData(""" "Type": "Pass", "End": true, "ResultPath": "$.a[*]" """, "States.S.ResultPath: '$.a[*]' is no reference path")]
    [InlineData(""" "Type": "Pass", "End": true, "ResultPath": "$$.a" """, "cannot be written")]
    [InlineData(""" "Type": "Pass", "End": true, "Assign": {} """, "States.S.Assign: the field 'Assign' cannot be used: variables are not supported here")]
    [InlineData(""" "Type": "Pass", "End": true, "Output": {} """, "it belongs to JSONata")]
    [InlineData(""" "Type": "Pass", "End": true, "Parameters": {"a": [{"b.$": 1}]} """, "States.S.Parameters.a[0][\"b.$\"]: a field whose name ends in '.$' is a string")]
    [InlineData(""" "Type": "Pass", "End": true, "Parameters": {"a": 1, "a.$": "$"} """, "there is both 'a' and 'a.$'")]
    [InlineData(""" "Type": "Succeed", "Next": "S" """, "States.S.Next: a Succeed state has no such field")]
    [InlineData(""" "Type": "Fail", "Error": "a", "ErrorPath": "$.a" """, "there is both 'Error' and 'ErrorPath'")]
    [InlineData(""" "Type": "Fail", "InputPath": "$" """, "States.S.InputPath: a Fail state has no such field")]
    [InlineData(""" "Type": "Wait", "End": true """, "a Wait state has exactly one of Seconds, SecondsPath, Timestamp, TimestampPath")]
    [InlineData(""" "Type": "Wait", "End": true, "Seconds": 1, "Timestamp": "2026-01-31T12:00:00Z" """, "exactly one of")]
    [InlineData(""" "Type": "Wait", "End": true, "Seconds": 1.5 """, "States.S.Seconds: a whole number from 0 to 99999999 was expected, not '1.5'")]
    [InlineData(""" "Type": "Wait", "End": true, "Seconds": 100000000 """, "from 0 to 99999999")]
    [InlineData(""" "Type": "Wait", "End": true, "Timestamp": "soon" """, "'soon' is no timestamp")]
    [InlineData(""" "Type": "Wait", "End": true, "SecondsPath": "$..a" """, "is no reference path")]
    [InlineData(""" "Type": "Task", "End": true """, "States.S.Resource: is missing; expected a string")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "f" """, "'f' is no ARN")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:aws:lambda:us-east-1:1:function:f.waitForTaskToken" """, "takes no '.waitForTaskToken'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:aws:states:us-east-1:1:activity:a" """, "activities are not supported")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "TimeoutSeconds": 0 """, "TimeoutSeconds: a whole number from 1 to 99999999 was expected, not '0'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "TimeoutSeconds": 5, "TimeoutSecondsPath": "$.t" """, "both 'TimeoutSeconds' and")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "TimeoutSeconds": 5, "HeartbeatSeconds": 5 """, "less than TimeoutSeconds")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Credentials": {} """, "Credentials are not supported")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "ResultSelector": 1 """, "ResultSelector: a map was expected, not '1'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{}] """, "States.S.Retry[0].ErrorEquals: is missing; expected a list of error names")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": []}] """, "with at least one")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["a"], "BackoffRate": 0.5}] """, "a number of at least 1 was expected, not '0.5'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["a"], "MaxAttempts": -1}] """, "MaxAttempts: a whole number from 0 to 99999999 was expected, not '-1'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["a"], "JitterStrategy": "SOME"}] """, "neither \"FULL\" nor \"NONE\"")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["a"], "IntervalSeconds": 9, "MaxDelaySeconds": 9}] """, "more than IntervalSeconds")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["a"], "MaxAttempt": 1}] """, "did you mean 'MaxAttempts'?")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["a"]}] """, "Retry[0].ErrorEquals: States.ALL stands alone")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Catch": [{"ErrorEquals": ["States.ALL", "a"], "Next": "S"}] """, "States.ALL stands alone")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Catch": [{"ErrorEquals": ["a"]}] """, "States.S.Catch[0].Next: is missing; expected the name of a state")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Catch": [{"ErrorEquals": ["a"], "Next": "T"}] """, "States.S.Catch[0].Next: there is no state 'T'")]
    [InlineData(""" "Type": "Task", "End": true, "Resource": "arn:x", "Catch": [5] """, "States.S.Catch[0]: a map was expected, not '5'")]
    [InlineData(""" "Type": "Choice" """, "States.S.Choices: is missing; expected a list of rules")]
    [InlineData(""" "Type": "Choice", "Choices": [] """, "at least one rule is expected")]
    [InlineData(""" "Type": "Choice", "Choices": [1] """, "States.S.Choices[0]: a map was expected, not '1'")]
    [InlineData(""" "Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true}] """, "States.S.Choices[0].Next: is missing; expected the name of a state")]
    [InlineData(""" "Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "S"}], "Default": "T" """, "States.S.Default: there is no state 'T'")]
    [InlineData(""" "Type": "Parallel", "End": true """, "States.S.Branches: is missing; expected a list of branches")]
    [InlineData(""" "Type": "Parallel", "End": true, "Branches": [] """, "at least one branch")]
    [InlineData(""" "Type": "Parallel", "End": true, "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Pass", "Next": "S"}}}] """, "States.S.Branches[0].States.X.Next: there is no state 'S' here")]
    [InlineData(""" "Type": "Map", "End": true """, "States.S.ItemProcessor: is missing; expected a map")]
    [InlineData(""" "Type": "Map", "End": true, "Iterator": {}, "ItemProcessor": {} """, "both 'ItemProcessor' and 'Iterator'")]
    [InlineData(""" "Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "X", "States": {"X": {"Type": "Succeed"}}} """, "'DISTRIBUTED' is not supported here")]
    [InlineData(""" "Type": "Map", "End": true, "ItemReader": {}, "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}} """, "it belongs to the distributed Map")]
    [InlineData(""" "Type": "Map", "End": true, "ToleratedFailureCount": 1, "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}} """, "it belongs to the distributed Map")]
    [InlineData(""" "Type": "Map", "End": true, "ItemsPath": "$.a[*]", "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}} """, "is no reference path")]
    public void A_state(string state, string fault) => Faults(Bench.One(state)).ShouldContain(fault);

    [Theory]
    [InlineData("""{"A": {"Type": "Map", "Next": "B", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}, "B": {"Type": "Pass", "End": true}}""", "B", "States.A.ItemProcessor.States.B")]
    [InlineData(
        """{"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}, {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}]}}""",
        "A.Branches[1].States.X", "States.A.Branches[0].States.X")]
    [InlineData("""{"A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}}""", "A.ItemProcessor.States.A", "States.A")]
    public void A_state_name_twice_is_refused_wherever_it_is(string states, string second, string first)
    {
        var faults = Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse($$"""{"StartAt": "A", "States": {{states}} }""")).Faults;

        faults.ShouldHaveSingleItem().ToString().ShouldBe(
            $"definition:1: States.{second}: there is a state '{second[(second.LastIndexOf('.') + 1)..]}' already: {first}. Names are unique in the whole machine, with its branches and iterations.");
    }

    [Theory]
    [InlineData(""" "Type": "Wait", "Timestamp": "{% $t %}", "End": true """, "States.S.Timestamp: \"{% $t %}\" cannot be used: it belongs to JSONata, which is not supported here: JSONPath is.")]
    [InlineData(""" "Type": "Wait", "Seconds": "{% $t %}", "End": true """, "States.S.Seconds: \"{% $t %}\" cannot be used: it belongs to JSONata, which is not supported here: JSONPath is.")]
    [InlineData(""" "Type": "Pass", "InputPath": "{% $t %}", "End": true """, "States.S.InputPath: \"{% $t %}\" cannot be used: it belongs to JSONata, which is not supported here: JSONPath is.")]
    [InlineData(""" "Type": "Choice", "Choices": [{"Condition": "{% $t %}", "Next": "T"}] """, "States.S.Choices[0].Condition: the field 'Condition' cannot be used: it belongs to JSONata, which is not supported here: JSONPath is.")]
    public void JSONata_is_refused_by_name_and_nothing_else_is_said(string state, string fault) =>
        Faults($$"""{"StartAt": "S", "States": {"S": { {{state}} }{{(state.Contains("Choice", StringComparison.Ordinal) ? """, "T": {"Type": "Succeed"}""" : "")}} } }""")
            .ShouldBe("definition:1: " + fault);

    [Fact]
    public void All_faults_come_at_once_in_the_order_of_their_lines()
    {
        var error = Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(
            """
            {
              "StartAt": "A",
              "Strts": {},
              "States": {
                "A": {"Type": "Pass", "Next": "C"},
                "B": {"Type": "Wait", "Seconds": "1", "End": true}
              }
            }
            """));

        error.Faults.Select(fault => (fault.Line, fault.Path)).ShouldBe([(3, "Strts"), (5, "States.A.Next"), (6, "States.B.Seconds"), (6, "States.B")]);
    }

    [Fact]
    public void Substitutions_are_made_and_missing_ones_are_named()
    {
        const string text = """{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Seconds}, "Comment": "${Text}", "End": true}}}""";

        MachineDefinition.Parse(text, new Dictionary<string, string> { ["Seconds"] = "5", ["Text"] = "a \"b\"" }).Text
            .ShouldBe("""{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "Comment": "a \"b\"", "End": true}}}""");
        Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(text, new Dictionary<string, string> { ["Second"] = "5" }))
            .Faults.Select(fault => fault.Message)
            .ShouldBe(["there is no substitution 'Seconds'; did you mean 'Second'?", "there is no substitution 'Text'"]);
    }

    [Fact]
    public void Resources_that_nothing_serves_are_refused_when_the_services_are_known()
    {
        const string text = """{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "End": true}}}""";

        Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(text, new Dictionary<string, string>(), new ScriptedServices(), "m.json"))
            .Message.ShouldBe("m.json:1: States.A.Resource: nothing here serves 'arn:aws:states:::sns:publish'.");
        Should.Throw<InvalidDefinitionException>(() => new Bench().Start(text)).Message.ShouldContain("nothing here serves");
    }

    private static string Faults(string definition) => Should.Throw<InvalidDefinitionException>(() => MachineDefinition.Parse(definition)).Message;
}
