using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions;

/// <summary>What a caller asks of a function.</summary>
/// <param name="FunctionName">A name, <c>name:qualifier</c> or an ARN.</param>
/// <param name="Qualifier">A version or an alias; null is what the name says, or <c>$LATEST</c>.</param>
/// <param name="Payload">JSON, at most 6 MiB, or 1 MiB for an event.</param>
public sealed record InvocationRequest(string FunctionName, string? Qualifier, byte[] Payload)
{
    /// <summary>Whether to wait for the answer.</summary>
    public InvocationType Type { get; init; }

    /// <summary>What the function is told that the request is called; null makes a new UUID.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the answer is to have the end of the function's log of this request.</summary>
    public bool Tail { get; init; }

    /// <summary>JSON that a client says of itself; null if nothing.</summary>
    public string? ClientContext { get; init; }

    /// <summary>In X-Ray's form, as the caller sent it; null begins a trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>Where the answer goes as it comes, if the function streams it; null gives it whole.</summary>
    internal AnswerStream? Stream { get; init; }
}
