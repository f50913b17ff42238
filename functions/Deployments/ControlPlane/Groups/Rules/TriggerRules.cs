using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The triggers of a group.</summary>
internal static class TriggerRules
{
    private const string Code = "InvalidTriggerConfigException";
    private const int Most = 10;

    public static void Check(IReadOnlyList<TriggerConfig> triggers, RequestFaults faults)
    {
        faults.Require(triggers.Count <= Most, "TriggerTargetsLimitExceededException", $"triggerConfigurations: at most {Most} were expected, not {triggers.Count}");
        faults.Add(Code, triggers.SelectMany((trigger, index) => Trigger($"triggerConfigurations[{index}]", trigger)));
        faults.Add(Code, triggers.GroupBy(trigger => trigger.TriggerName).Where(same => same.Count() > 1)
            .Select(same => $"triggerConfigurations: the triggerName '{same.Key}' is there {same.Count()} times"));
    }

    private static IEnumerable<string> Trigger(string at, TriggerConfig trigger)
    {
        if (string.IsNullOrEmpty(trigger.TriggerName))
        {
            yield return $"{at}.triggerName: is required";
        }

        if (trigger.TriggerTargetArn?.StartsWith("arn:", StringComparison.Ordinal) is not true)
        {
            yield return $"{at}.triggerTargetArn: the ARN of an SNS topic was expected, not '{trigger.TriggerTargetArn}'";
        }

        if (trigger.TriggerEvents is not { Count: > 0 })
        {
            yield return $"{at}.triggerEvents: at least one event such as DeploymentFailure was expected";
        }
    }
}
