using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>What answers say of a rule.</summary>
internal static class ShownRule
{
    public static JsonObject Of(EventRule rule, EventArns arns) => AwsJson.Write(new Shape(
        rule.Name, arns.Rule(rule.Bus, rule.Name), rule.Pattern, rule.State, rule.Description, rule.Schedule, rule.RoleArn, rule.Bus)).AsObject();

    private sealed record Shape(
        string Name, string Arn, string? EventPattern, string State, string? Description, string? ScheduleExpression, string? RoleArn, string EventBusName);
}
