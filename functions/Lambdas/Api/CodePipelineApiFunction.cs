using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Api;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodePipeline's API and of webhooks, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodePipelineApiFunction(CodePipelineEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodePipelineApiFunction")]
    public async Task<FunctionUrlResponse> CodePipelineApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync(FunctionUrl.Read(input), CancellationToken.None));
}
