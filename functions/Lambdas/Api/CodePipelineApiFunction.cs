using Amazon.Lambda.Annotations;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodePipeline's API, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodePipelineApiFunction(ApiEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodePipelineApiFunction")]
    public async Task<FunctionUrlResponse> CodePipelineApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync("codepipeline", FunctionUrl.Read(input), CancellationToken.None));
}
