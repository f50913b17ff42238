using Amazon.Lambda.Annotations;
using Sluice.Connections.Api;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeConnections' API, under both of its names, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodeConnectionsApiFunction(ConnectionsEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeConnectionsApiFunction")]
    public async Task<FunctionUrlResponse> CodeConnectionsApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync(FunctionUrl.Read(input), CancellationToken.None));
}
