namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda's answer to an invocation.</summary>
/// <param name="StatusCode">200, 202 (Event) or 204 (DryRun).</param>
/// <param name="Payload">What the function answered, or an error as JSON; empty for Event and DryRun.</param>
/// <param name="ExecutedVersion">Which version the request went to.</param>
/// <param name="FunctionError">Null if the function answered; else <c>Unhandled</c>.</param>
public sealed record InvocationResult(int StatusCode, byte[] Payload, string ExecutedVersion, string? FunctionError)
{
    /// <summary>What the function was told that the request is called; empty for DryRun.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>In X-Ray's form, as the function was told it; null for Event and DryRun.</summary>
    public string? TraceId { get; init; }

    /// <summary>The last 4 KiB of the function's log of this request; null if nobody asked for it.</summary>
    public string? LogTail { get; init; }
}
