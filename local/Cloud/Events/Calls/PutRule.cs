using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.Cloud.Events.Schedules;
using Sluice.Local.Cloud.Patterns;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Makes a rule, or changes one; its targets stay.</summary>
internal sealed class PutRule(RuleBook rules, TimeProvider time) : EventCall<PutRule.Input>("putRule")
{
    protected override JsonObject Answer(Input input)
    {
        var bus = rules.GetBus(input.EventBusName).Name;
        Check(input, bus);
        rules.Put(bus, input.Name, before => new EventRule(bus, input.Name)
        {
            Pattern = input.EventPattern,
            Schedule = input.ScheduleExpression,
            ScheduledFrom = before is not null && before.Schedule == input.ScheduleExpression && before.IsEnabled ? before.ScheduledFrom : time.GetUtcNow(),
            State = input.State ?? EventRule.Enabled,
            Description = input.Description,
            RoleArn = input.RoleArn,
            Tags = before?.Tags ?? EventTags.With([], input.Tags ?? []),
            Targets = before?.Targets ?? [],
        });
        return new JsonObject { ["RuleArn"] = rules.Arns.Rule(bus, input.Name) };
    }

    private static void Check(Input input, string bus)
    {
        if (input.EventPattern is null && input.ScheduleExpression is null)
        {
            throw EventErrors.Invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        if (input.ScheduleExpression is { } schedule)
        {
            if (bus != EventArns.DefaultBus)
            {
                throw EventErrors.Invalid("ScheduleExpression is supported only on the default event bus.");
            }

            _ = ScheduleExpression.Read(schedule) ?? throw EventErrors.Invalid("Parameter ScheduleExpression is not valid.");
        }

        if (input.EventPattern is { } pattern)
        {
            Read(pattern);
        }
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no pattern.</exception>
    public static EventPattern Read(string pattern)
    {
        try
        {
            return EventPattern.Parse(pattern);
        }
        catch (InvalidPatternException e)
        {
            throw EventErrors.InvalidPattern(e.Message);
        }
    }

    /// <summary>EventBridge's PutRuleRequest.</summary>
    internal sealed record Input(
        string Name, string? ScheduleExpression, string? EventPattern, string? State, string? Description, string? RoleArn, IReadOnlyList<ResourceTag>? Tags, string? EventBusName);
}
