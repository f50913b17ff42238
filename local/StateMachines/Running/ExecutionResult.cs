using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>How an execution ended.</summary>
public sealed class ExecutionResult
{
    private readonly Data? output;

    internal ExecutionResult(ExecutionStatus status, Data? output, string? error, string? cause)
    {
        Status = status;
        this.output = output;
        Error = error;
        Cause = cause;
    }

    /// <summary>Never <see cref="ExecutionStatus.Running"/>.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>The output as a tree of the caller's own; null if there is none, or if it is JSON's null.</summary>
    public JsonNode? Output => output?.ToNode();

    /// <summary>The output as compact JSON; null if the execution did not succeed.</summary>
    public string? OutputJson => output?.ToString();

    /// <summary>The error's name; null if the execution succeeded, or if nobody gave one.</summary>
    public string? Error { get; }

    /// <summary>For people; null if the execution succeeded, or if nobody gave one.</summary>
    public string? Cause { get; }
}
