using System.Text;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;

namespace Sluice.Local.Tests.StateMachines.Definitions;

/// <summary>Whatever comes in, a parser gives a result or says what is wrong, and throws nothing else.</summary>
public sealed class FuzzTests
{
    private const string Whole =
        """
        {"Comment": "all of it", "StartAt": "A", "TimeoutSeconds": 100, "States": {
          "A": {"Type": "Pass", "Parameters": {"a.$": "States.Format('{} {}', $.b[?(@.c > 1 && @.d =~ /x/i)], $$.Execution.Id)", "b": [1, {"c.$": "$..d[1:2]"}]}, "ResultPath": "$.x.y[0]", "Next": "B"},
          "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSecondsPath": "$.t", "HeartbeatSeconds": 5,
            "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 1, "MaxAttempts": 2, "BackoffRate": 1.5, "MaxDelaySeconds": 5, "JitterStrategy": "FULL"}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "F"}], "ResultSelector": {"a.$": "$.b"}, "Next": "C"},
          "C": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "IsPresent": true}, {"Not": {"Variable": "$.b", "StringMatches": "a*"}}], "Next": "D"},
            {"Variable": "$.a", "TimestampLessThanPath": "$.b", "Next": "D"}], "Default": "F"},
          "D": {"Type": "Parallel", "Branches": [{"StartAt": "W", "States": {"W": {"Type": "Wait", "TimestampPath": "$.w", "End": true}}}], "Next": "E"},
          "E": {"Type": "Map", "ItemsPath": "$.i", "MaxConcurrency": 2, "ItemSelector": {"v.$": "$$.Map.Item.Value"},
            "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "S", "States": {"S": {"Type": "Succeed", "OutputPath": null}}}, "End": true},
          "F": {"Type": "Fail", "Error": "E", "CausePath": "States.JsonToString($)"}}}
        """;

    private static readonly string[] Pieces =
        ["$", "$$", ".", "..", "[", "]", "*", "?", "(", ")", "@", "'", "\"", ",", ":", "==", "=~", "/", "&&", "||", "!", "a", "-1", "0", "9999999999", "States.Format", "States.Array", "{", "}", "{}", "\\", " ", "true", "null", "in ", "ü", "\uD800", "\0"];

    [Fact]
    public void The_seed_itself_is_whole() => MachineDefinition.Parse(Whole).Text.ShouldBe(Whole);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Paths_and_functions(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            (DataPath.TryParse(text, out _, out var fault) || fault.Length > 0).ShouldBeTrue();
            (IntrinsicParser.TryParse(text, out _, out fault) || fault.Length > 0).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Definitions_with_parts_cut_doubled_or_swapped(int seed)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 3_000; i++)
        {
            try
            {
                MachineDefinition.Parse(Mutated(random));
            }
            catch (InvalidDefinitionException error)
            {
                error.Faults.ShouldNotBeEmpty();
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(1000);
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Whole);
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    ReplaceWord(text, random);
                    break;
            }
        }

        return text.ToString();
    }

    // A quoted word for another one keeps the text JSON, and reaches deeper into the parser.
    private static void ReplaceWord(StringBuilder text, Random random)
    {
        var parts = text.ToString().Split('"');
        parts[(random.Next(parts.Length / 2) * 2) + 1] = parts[(random.Next(parts.Length / 2) * 2) + 1];
        text.Clear().AppendJoin('"', parts);
    }
}
