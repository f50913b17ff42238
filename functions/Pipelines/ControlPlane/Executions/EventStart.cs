using System.Text.Json.Serialization;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What a rule's target is sent that starts a pipeline: made of an event by the rule's input transformer.</summary>
public sealed record EventStart
{
    /// <summary>The pipeline.</summary>
    public string? Name { get; init; }

    /// <summary>Revisions to release in place of the newest.</summary>
    public IReadOnlyList<SourceRevisionOverride>? SourceRevisions { get; init; }

    /// <summary>Values of the pipeline's variables.</summary>
    public IReadOnlyList<PipelineVariable>? Variables { get; init; }

    /// <summary>The event's id: EventBridge delivers an event at least once.</summary>
    [JsonPropertyName("id")]
    public string? EventId { get; init; }

    /// <summary>For people: the rule, or what happened.</summary>
    public string? Detail { get; init; }
}
