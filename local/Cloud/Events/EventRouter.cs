using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events.Inputs;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.Cloud.Patterns;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Events;

/// <summary>Brings events to the targets of the users' rules.</summary>
internal sealed class EventRouter(RuleBook rules, DeliveryLine line, CloudIdentity identity, TimeProvider time, IIds ids)
{
    /// <summary>Stores what the rules of a bus send of an event.</summary>
    /// <param name="bus">The bus, by name.</param>
    /// <param name="happened">The event.</param>
    /// <param name="isForwarded">It comes from another bus, and goes to no third.</param>
    /// <returns>Begins to send it.</returns>
    public Action Store(string bus, JsonObject happened, bool isForwarded)
    {
        List<Action> begins =
        [
            .. from rule in rules.Of(bus)
               where rule is { IsEnabled: true, Pattern: not null } && EventPattern.Stored(rule.Pattern).Matches(happened)
               from target in rule.Targets
               where !isForwarded || !IsBus(target)
               select line.Store(Delivery(rule, target, happened)),
        ];
        return () => begins.ForEach(begin => begin());
    }

    /// <summary>Sends the targets of one rule what they get when its time has come.</summary>
    public void Fire(EventRule rule, DateTimeOffset at)
    {
        var happened = new JsonObject
        {
            ["version"] = "0",
            ["id"] = ids.Uuid(),
            ["detail-type"] = "Scheduled Event",
            ["source"] = "aws.events",
            ["account"] = identity.AccountId,
            ["time"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["region"] = identity.Region,
            ["resources"] = new JsonArray(rules.Arns.Rule(rule.Bus, rule.Name)),
            ["detail"] = new JsonObject(),
        };
        List<Action> begins = [.. rule.Targets.Select(target => line.Store(Delivery(rule, target, happened)))];
        begins.ForEach(begin => begin());
    }

    private Delivery Delivery(EventRule rule, EventTarget target, JsonObject happened)
    {
        var (arn, now) = (rules.Arns.Rule(rule.Bus, rule.Name), time.GetUtcNow());
        return new Delivery($"{(string?)happened["id"]}/{ids.Uuid()}", arn, target.Arn, TargetInput.Of(target, happened, (rule.Name, arn), now), now)
        {
            Kind = happened.ToJsonString(AwsJson.Options),
            DeadLetters = target.DeadLetterConfig?.Arn,
            Policy = JsonSerializer.Serialize(target.RetryPolicy ?? RetryPolicy.Default, SluiceJson.Options),
        };
    }

    private static bool IsBus(EventTarget target) => target.Arn.Split(':') is [_, _, "events", ..];
}
