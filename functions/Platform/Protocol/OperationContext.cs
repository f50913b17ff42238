namespace Sluice.Platform.Protocol;

/// <summary>Who asks, and where.</summary>
/// <param name="RequestId">Names this request in the answer and in the log.</param>
/// <param name="Caller">Whose signature was verified; null where the operation is let in by something else than a signature.</param>
public sealed record OperationContext(string RequestId, Caller? Caller)
{
    /// <summary>The name of the model that the request was of, where a service has two; null if nobody said.</summary>
    public string? Service { get; init; }

    /// <summary>Where the caller reached the API, e.g. <c>http://127.0.0.1:8080</c>, for addresses below it that are told; null if that is not known.</summary>
    public string? Endpoint { get; init; }

    /// <summary>An address below the endpoint; null if that is not known.</summary>
    public string? Address(string path) => Endpoint is null ? null : $"{Endpoint}/{path}";
}
