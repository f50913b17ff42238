using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>The tags of a rule or a bus, by its ARN.</summary>
internal static class TaggedResource
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public static IReadOnlyList<ResourceTag> Tags(RuleBook rules, string arn) => rules.Arns.RuleName(arn) is { } name
        ? (rules.Find(name.Bus, name.Rule) ?? throw EventErrors.NoResource(arn)).Tags
        : Bus(rules, arn).Tags;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public static void Change(RuleBook rules, string arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change)
    {
        if (rules.Arns.RuleName(arn) is { } name)
        {
            rules.Put(name.Bus, name.Rule, rule => (rule ?? throw EventErrors.NoResource(arn)) with { Tags = change(rule!.Tags) });
            return;
        }

        rules.Change(Bus(rules, arn).Name, bus => bus with { Tags = change(bus.Tags) });
    }

    private static EventBus Bus(RuleBook rules, string arn) => rules.Arns.BusName(arn) is var name && name != arn && rules.FindBus(name) is { } bus ? bus : throw EventErrors.NoResource(arn);
}
