using Amazon.Lambda.Annotations;
using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of CodeBuild's API, of webhooks and badges, behind a function URL that lets everyone in: the endpoint and the webhooks verify signatures themselves, and a badge's address is its key.</summary>
public sealed class CodeBuildApiFunction(ApiEndpoint endpoint, WebhookEntry webhooks, BadgeEntry badges)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "CodeBuildApiFunction")]
    public async Task<FunctionUrlResponse> CodeBuildApi(FunctionUrlRequest input) =>
        await FunctionUrl.WriteAsync(await AnswerAsync(FunctionUrl.Read(input)));

    private Task<ApiResponse> AnswerAsync(ApiRequest request) =>
        WebhookEntry.Takes(request) ? webhooks.AnswerAsync(request, CancellationToken.None)
        : BadgeEntry.Takes(request) ? badges.AnswerAsync(request, CancellationToken.None)
        : endpoint.AnswerAsync("codebuild", request, CancellationToken.None);
}
