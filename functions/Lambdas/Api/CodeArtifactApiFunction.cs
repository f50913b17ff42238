using Amazon.Lambda.Annotations;
using Sluice.Packages.Entry;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeArtifact's API and of the registries of its repositories, behind a function URL that lets everyone in: the endpoint verifies signatures and tokens itself. Large packages do not fit through it.</summary>
public sealed class CodeArtifactApiFunction(CodeArtifactEndpoint endpoint)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeArtifactApiFunction")]
    public async Task<FunctionUrlResponse> CodeArtifactApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await endpoint.AnswerAsync(FunctionUrl.Read(input), CancellationToken.None));
}
