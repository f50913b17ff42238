using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>What the machine is to do next.</summary>
/// <param name="Next"><c>Invoke</c>, <c>Await</c> or <c>Ended</c>.</param>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Number">Its job, from 1.</param>
/// <param name="TimeoutSeconds">After so long there is something to do, whether the job was answered or not; at least 1.</param>
public sealed record InvokePlan(string Next, string ActionExecutionId, int Number, int TimeoutSeconds)
{
    /// <summary>The function to call.</summary>
    public string? FunctionName { get; init; }

    /// <summary>What it is given.</summary>
    public JsonObject? Payload { get; init; }

    /// <summary>Without the payload: the job's id in it is a right.</summary>
    public override string ToString() => $"{Next} for job {Number} of {ActionExecutionId}";
}
