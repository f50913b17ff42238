using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Takes targets from a rule.</summary>
internal sealed class RemoveTargets(RuleBook rules) : EventCall<RemoveTargets.Input>("removeTargets")
{
    protected override JsonObject Answer(Input input)
    {
        var rule = rules.Get(input.EventBusName, input.Rule);
        var unknown = input.Ids.Except(rule.Targets.Select(target => target.Id), StringComparer.Ordinal).ToList();
        rules.Put(rule.Bus, rule.Name, before => (before ?? throw EventErrors.NoRule(rule.Name, rule.Bus)) with { Targets = [.. before!.Targets.Where(target => !input.Ids.Contains(target.Id))] });
        return new JsonObject
        {
            ["FailedEntryCount"] = unknown.Count,
            ["FailedEntries"] = new JsonArray([.. unknown.Select(id => (JsonNode)new JsonObject { ["TargetId"] = id, ["ErrorCode"] = "ResourceNotFoundException", ["ErrorMessage"] = $"Rule {rule.Name} does not have a target with id {id}" })]),
        };
    }

    /// <summary>EventBridge's RemoveTargetsRequest.</summary>
    internal sealed record Input(string Rule, string? EventBusName, IReadOnlyList<string> Ids, bool? Force);
}
