using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Makes a bus.</summary>
internal sealed class CreateEventBus(RuleBook rules, TimeProvider time) : EventCall<CreateEventBus.Input>("createEventBus")
{
    protected override JsonObject Answer(Input input)
    {
        string[] unserved = [.. new[] { (nameof(input.EventSourceName), (object?)input.EventSourceName), (nameof(input.KmsKeyIdentifier), input.KmsKeyIdentifier), (nameof(input.DeadLetterConfig), input.DeadLetterConfig?["Arn"]), (nameof(input.LogConfig), input.LogConfig) }
            .Where(pair => pair.Item2 is not null).Select(pair => pair.Item1)];
        if (unserved.Length > 0)
        {
            throw EventErrors.Invalid($"{string.Join(", ", unserved)} of an event bus is not served on this machine.");
        }

        if (input.Name.Contains('/'))
        {
            throw EventErrors.Invalid("Event bus name must not contain '/'.");
        }

        rules.Create(new EventBus(input.Name, time.GetUtcNow()) { Description = input.Description, Tags = EventTags.With([], input.Tags ?? []) });
        var answer = new JsonObject { ["EventBusArn"] = rules.Arns.Bus(input.Name) };
        if (input.Description is not null)
        {
            answer["Description"] = input.Description;
        }

        return answer;
    }

    /// <summary>EventBridge's CreateEventBusRequest.</summary>
    internal sealed record Input(
        string Name, string? EventSourceName, string? Description, string? KmsKeyIdentifier, JsonObject? DeadLetterConfig, JsonObject? LogConfig, IReadOnlyList<ResourceTag>? Tags);
}
