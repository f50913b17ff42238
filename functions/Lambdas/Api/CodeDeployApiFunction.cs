using Amazon.Lambda.Annotations;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeDeploy's API, behind a function URL that lets everyone in: the endpoint verifies signatures itself.</summary>
public sealed class CodeDeployApiFunction(ApiEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeDeployApiFunction")]
    public async Task<FunctionUrlResponse> CodeDeployApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync("codedeploy", FunctionUrl.Read(input), CancellationToken.None));
}
