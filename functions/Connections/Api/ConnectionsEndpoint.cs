namespace Sluice.Connections.Api;

/// <summary>The address of CodeConnections, which answers under the service's older name as well.</summary>
public sealed class ConnectionsEndpoint(ApiEndpoint operations)
{
    private const string Target = "X-Amz-Target";

    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) => operations.AnswerAsync(Named(request), request, cancellationToken);

    private static string Named(ApiRequest request) =>
        request.Header(Target)?.Contains("CodeStar_connections_", StringComparison.Ordinal) is true ? ConnectionArns.OldService : ConnectionArns.Service;
}
