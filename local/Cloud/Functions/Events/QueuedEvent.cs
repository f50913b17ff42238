namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>An asynchronous request that was taken and is not over.</summary>
/// <param name="RequestId">The same at every try.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Qualifier">The alias or version that the caller named; null if none.</param>
/// <param name="TakenAt">When it was taken, by the clock on the wall.</param>
/// <param name="Failures">How often the function has failed for it.</param>
internal sealed record QueuedEvent(string RequestId, string Function, string? Qualifier, byte[] Payload, DateTimeOffset TakenAt, int Failures)
{
    public string? ClientContext { get; init; }

    public string? TraceId { get; init; }

    public static QueuedEvent Of(FunctionReference reference, InvocationRequest request, DateTimeOffset now) =>
        new(request.RequestId!, reference.Name, reference.Qualifier, request.Payload, now, Failures: 0) { ClientContext = request.ClientContext, TraceId = request.TraceId };

    public FunctionReference Reference => new(Function, Qualifier);

    public InvocationRequest Request => new(Function, Qualifier, Payload) { Type = InvocationType.Event, RequestId = RequestId, ClientContext = ClientContext, TraceId = TraceId };
}
