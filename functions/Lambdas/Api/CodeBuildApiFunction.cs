using Amazon.Lambda.Annotations;
using Sluice.Builds.Api;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeBuild's API, of webhooks and badges, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodeBuildApiFunction(CodeBuildEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeBuildApiFunction")]
    public async Task<FunctionUrlResponse> CodeBuildApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync(FunctionUrl.Read(input), CancellationToken.None));
}
