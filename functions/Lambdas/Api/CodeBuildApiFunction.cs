using Amazon.Lambda.Annotations;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeBuild's API, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodeBuildApiFunction(ApiEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeBuildApiFunction")]
    public async Task<FunctionUrlResponse> CodeBuildApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync("codebuild", FunctionUrl.Read(input), CancellationToken.None));
}
