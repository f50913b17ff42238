using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Adds targets to a rule, or changes those of the same ids.</summary>
internal sealed class PutTargets(RuleBook rules, DeliveryTargets targets) : EventCall<PutTargets.Input>("putTargets")
{
    private const int Most = 5;
    private static readonly string[] Served = ["Id", "Arn", "RoleArn", "Input", "InputPath", "InputTransformer", "DeadLetterConfig", "RetryPolicy"];

    protected override JsonObject Answer(Input input)
    {
        var rule = rules.Get(input.EventBusName, input.Rule);
        var asked = input.Targets.Select(Read).ToList();
        string[] faults = [.. asked.SelectMany(target => TargetRules.Faults(target, targets.Fault)).Distinct(StringComparer.Ordinal)];
        if (faults.Length > 0)
        {
            throw EventErrors.Invalid(string.Join("; ", faults));
        }

        rules.Put(rule.Bus, rule.Name, before => With(before ?? throw EventErrors.NoRule(rule.Name, rule.Bus), asked));
        return new JsonObject { ["FailedEntryCount"] = 0, ["FailedEntries"] = new JsonArray() };
    }

    /// <summary>What only other targets than this machine's have is refused by its name.</summary>
    private static EventTarget Read(JsonObject target) => target.Select(member => member.Key).FirstOrDefault(name => !Served.Contains(name)) is { } other
        ? throw EventErrors.Invalid($"{other} of target {target["Id"]} is not served on this machine: no target here takes it.")
        : System.Text.Json.JsonSerializer.Deserialize<EventTarget>(target, AwsJson.Options)!;

    private static EventRule With(EventRule rule, List<EventTarget> asked)
    {
        EventTarget[] all = [.. rule.Targets.ExceptBy(asked.Select(target => target.Id), target => target.Id), .. asked];
        return all.Length <= Most ? rule with { Targets = all } : throw EventErrors.Limit($"The requested resource exceeds the maximum number allowed: a rule has at most {Most} targets.");
    }

    /// <summary>EventBridge's PutTargetsRequest.</summary>
    internal sealed record Input(string Rule, string? EventBusName, IReadOnlyList<JsonObject> Targets);
}
