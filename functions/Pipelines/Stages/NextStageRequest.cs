using System.Text.Json.Serialization;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What the pipeline's machine asks first of all, and after every group of actions or rules.</summary>
/// <param name="TaskToken">Completed with a <see cref="NextStageAnswer"/>: at once, or when the stage is free.</param>
/// <param name="Position">Which run, and what its machine knows of it.</param>
/// <param name="EnteredTime">When the machine entered the state (<c>$$.State.EnteredTime</c>).</param>
/// <param name="RetryCount">Which try of it this is (<c>$$.State.RetryCount</c>).</param>
/// <param name="Execution">The execution's name (<c>$$.Execution.Name</c>), which says which stage it takes on.</param>
public sealed record NextStageRequest(string TaskToken, RunPosition Position, string? EnteredTime, int RetryCount, string? Execution = null)
{
    [JsonIgnore]
    internal int Machine => MachineNames.Number(Execution);
}
