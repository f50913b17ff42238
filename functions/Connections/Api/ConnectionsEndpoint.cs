using Sluice.Connections.Deliveries;

namespace Sluice.Connections.Api;

/// <summary>The address of CodeConnections, which answers under the service's older name as well, and takes what git hosts deliver.</summary>
public sealed class ConnectionsEndpoint(ApiEndpoint operations, DeliveryEntry deliveries)
{
    private const string Target = "X-Amz-Target";

    /// <summary>Whether a request needs no key of ours.</summary>
    public static bool IsOpen(ApiRequest request) => DeliveryEntry.Takes(request);

    /// <summary>Answers what is open.</summary>
    public Task<ApiResponse> AnswerOpenAsync(ApiRequest request, CancellationToken cancellationToken) => deliveries.AnswerAsync(request, cancellationToken);

    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        IsOpen(request) ? AnswerOpenAsync(request, cancellationToken) : operations.AnswerAsync(Named(request), request, cancellationToken);

    private static string Named(ApiRequest request) =>
        request.Header(Target)?.Contains("CodeStar_connections_", StringComparison.Ordinal) is true ? ConnectionArns.OldService : ConnectionArns.Service;
}
