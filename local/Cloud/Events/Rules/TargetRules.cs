using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Inputs;
using Sluice.Local.StateMachines.Paths;

namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>What a target must keep to: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html.</summary>
internal static class TargetRules
{
    private const int LongestAge = 86400;
    private const int ShortestAge = 60;
    private const int MostRetries = 185;

    /// <summary>All that is wrong with one.</summary>
    /// <param name="arnFault">What is wrong with where it sends.</param>
    public static IEnumerable<string> Faults(EventTarget target, Func<string, string?> arnFault)
    {
        if (arnFault(target.Arn) is { } fault)
        {
            yield return fault;
        }

        if (target.DeadLetterConfig?.Arn is { } grave && (grave.Split(':') is [_, _, "sqs", ..] ? arnFault(grave) : $"DeadLetterConfig: the ARN of an SQS queue was expected, not '{grave}'") is { } graveFault)
        {
            yield return graveFault;
        }

        if (new object?[] { target.Input, target.InputPath, target.InputTransformer }.Count(one => one is not null) > 1)
        {
            yield return $"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}.";
        }

        if (target.Input is { } input && !IsJson(input))
        {
            yield return $"JSON syntax error in input for target {target.Id}";
        }

        foreach (var path in PathsOf(target).Where(path => !DataPath.TryParse(path.Value, out _, out _)))
        {
            yield return $"Invalid {path.Key} for target {target.Id}: '{path.Value}' is no JSON path such as $.detail";
        }

        if (target.InputTransformer is { } transformer)
        {
            foreach (var wrong in InputTemplate.Faults(transformer))
            {
                yield return $"Invalid InputTemplate for target {target.Id}: {wrong}";
            }
        }

        if (target.RetryPolicy is { } policy && (policy.MaximumRetryAttempts is < 0 or > MostRetries || policy.MaximumEventAgeInSeconds is < ShortestAge or > LongestAge))
        {
            yield return $"RetryPolicy of target {target.Id}: 0 to {MostRetries} attempts in {ShortestAge} to {LongestAge} seconds were expected";
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> PathsOf(EventTarget target) =>
        (target.InputPath is { } path ? new[] { KeyValuePair.Create("InputPath", path) } : []).Concat((target.InputTransformer?.InputPathsMap ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(pair => KeyValuePair.Create($"InputPathsMap '{pair.Key}'", pair.Value)));

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
