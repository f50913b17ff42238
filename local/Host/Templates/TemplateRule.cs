using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Patterns;

namespace Sluice.Local.Host.Templates;

/// <summary>An EventBridge rule: which events of a bus go to which targets (a function's ARN or a queue's name).</summary>
/// <param name="Name">For messages.</param>
/// <param name="Bus">The suite's bus by its logical id, or <see cref="DefaultBus"/>.</param>
internal sealed record TemplateRule(string Name, string Bus, EventPattern Pattern, IReadOnlyList<string> Targets)
{
    /// <summary>Where AWS's own events are: alarms and executions.</summary>
    public const string DefaultBus = "default";

    public static TemplateRule Read(string id, JsonNode resource, TemplateResolver resolver)
    {
        var properties = resolver.Resolve(resource["Properties"])!;
        return new TemplateRule(
            id,
            (string?)properties["EventBusName"] ?? DefaultBus,
            EventPattern.Read(properties["EventPattern"]!),
            [.. ((JsonArray)properties["Targets"]!).Select(target => (string)target!["Arn"]!)]);
    }
}
