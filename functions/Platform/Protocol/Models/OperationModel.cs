namespace Sluice.Platform.Protocol.Models;

/// <summary>An operation of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">What it takes; null is nothing.</param>
/// <param name="Output">What it answers; null is nothing.</param>
/// <param name="Errors">The errors that it declares.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with <c>{labels}</c>, and perhaps with parameters of the query that it must have, in REST services.</param>
/// <param name="Status">The HTTP status of an answer that is no error.</param>
public sealed record OperationModel(string Name, Shape? Input, Shape? Output, IReadOnlySet<string> Errors, string Method, string Path, int Status)
{
    /// <summary>What an answer's document is called in XML, where that is not the name of its shape.</summary>
    public string? OutputName { get; init; }

    /// <summary>Whether its input has a member that is streamed.</summary>
    public bool StreamsInput => Input?.Payload is { Shape.IsStreaming: true };
}
