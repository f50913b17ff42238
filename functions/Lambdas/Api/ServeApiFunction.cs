using Amazon.Lambda.Annotations;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of the wire API, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class ServeApiFunction(ApiEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "ServeApiFunction")]
    public async Task<FunctionUrlResponse> ServeApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync(FunctionUrl.Read(input), CancellationToken.None));
}
