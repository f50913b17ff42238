using System.Text.Json.Serialization;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Model;

/// <summary>An action, or a rule, that Pipelines does itself and that is not done at once: an approval, a job, a call of another service.</summary>
internal sealed record OwnAction
{
    /// <summary>What was asked; its token completes the pipeline's task and is the newest that came.</summary>
    public required ActionRequest Request { get; init; }

    public required OwnProgress Progress { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public ActionResult? Result { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Its own machine's task that waits for something to happen; null if none does.</summary>
    public ParkedTask? Parked { get; init; }

    /// <summary>How often something happened that its machine should look at.</summary>
    public int Nudges { get; init; }

    /// <summary>Why it is to stop; null if it is not.</summary>
    public string? StopReason { get; init; }

    [JsonIgnore]
    public string Id => Request.ActionExecutionId;

    [JsonIgnore]
    public bool HasEnded => Result is not null;

    /// <summary>Ended; what ended before stays as it ended.</summary>
    public OwnAction End(ActionResult result, DateTimeOffset now) => HasEnded ? this : this with { Result = result, EndedAt = now };

    /// <summary>Without the token.</summary>
    public override string ToString() => $"the action {Id} of {Request.PipelineName}/{Request.StageName}/{Request.ActionName}";
}
