using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Patterns;

namespace Sluice.Local.Host.Templates;

/// <summary>A function of the suite and what starts it.</summary>
/// <param name="Name">Its logical id.</param>
/// <param name="Handler">The entry point that <c>ANNOTATIONS_HANDLER</c> names.</param>
/// <param name="Rules">Events that it is sent.</param>
/// <param name="Every">How often it is run, on one machine.</param>
/// <param name="Queues">Queues that it consumes.</param>
internal sealed record TemplateFunction(
    string Name, string Handler, IReadOnlyList<TemplateRule> Rules, TimeSpan? Every, IReadOnlyList<string> Queues)
{
    /// <summary>The condition of the template without which there is none; null if there always is.</summary>
    public string? Condition { get; init; }

    /// <param name="id">Its logical id.</param>
    /// <param name="resource">What the template says of it.</param>
    /// <param name="everySeconds">How often it is run in place of its schedule; null if it has none.</param>
    /// <param name="resolver">For intrinsic functions.</param>
    public static TemplateFunction Read(string id, JsonNode resource, int? everySeconds, TemplateResolver resolver)
    {
        var properties = resource["Properties"]!;
        var events = ((JsonObject?)properties["Events"] ?? []).Select(entry => (entry.Key, Event: resolver.Resolve(entry.Value)!)).ToList();
        return new TemplateFunction(
            id,
            (string)properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!,
            [.. from entry in events where TypeOf(entry.Event) == "EventBridgeRule" select Rule(id, entry.Key, entry.Event["Properties"]!)],
            events.Any(entry => TypeOf(entry.Event) == "Schedule") ? Period(id, everySeconds) : null,
            [.. from entry in events where TypeOf(entry.Event) == "SQS" select (string)entry.Event["Properties"]!["Queue"]!])
        {
            Condition = (string?)resource["Condition"],
        };
    }

    private static string? TypeOf(JsonNode node) => (string?)node["Type"];

    private static TemplateRule Rule(string function, string name, JsonNode properties) =>
        new($"{function}{name}", (string?)properties["EventBusName"] ?? TemplateRule.DefaultBus, EventPattern.Read(properties["Pattern"]!), [LocalAws.FunctionArn(function)]);

    private static TimeSpan Period(string id, int? everySeconds) =>
        everySeconds is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidDataException($"{id} has a schedule, but no place in Metadata.Sluice.EverySecondsOnOneMachine.");
}
