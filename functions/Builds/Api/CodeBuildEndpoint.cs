using Sluice.Builds.Api.Open;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api;

/// <summary>All that is asked at CodeBuild's address: its operations, whose requests are signed by keys, and what needs no key.</summary>
public sealed class CodeBuildEndpoint(ApiEndpoint operations, OpenEntries open)
{
    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        OpenEntries.Takes(request) ? open.AnswerAsync(request, cancellationToken) : operations.AnswerAsync("codebuild", request, cancellationToken);
}
