namespace Sluice.Platform.Protocol;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Its headers, without the length.</param>
/// <param name="Body">Its body; empty if the operation answers nothing.</param>
public sealed record ApiResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body where it is streamed instead. Who writes the answer disposes of it.</summary>
    public Stream? Content { get; init; }

    /// <summary>What is written after the status instead of its usual name, for clients that show nothing else of a refusal: visible ASCII in one line. It goes over HTTP/1.1 only.</summary>
    public string? Reason { get; init; }
}
