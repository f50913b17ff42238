using Microsoft.AspNetCore.Http;
using Sluice.Packages.Entry;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Carries package managers' and container clients' requests, which bring a token. A bucket may have the same name as the first part of an address, and is asked for with a signature.</summary>
internal sealed class PackageHttp(CodeArtifactEndpoint packages)
{
    public static bool Takes(HttpContext context) =>
        MayBe(context.Request.Path.Value ?? "") && HttpRequests.Head(context.Request) is var head && CodeArtifactEndpoint.IsOpen(head) && ClaimedService.Of(head) is null;

    public async Task AnswerAsync(HttpContext context) =>
        await HttpAnswers.WriteAsync(context.Response, await packages.AnswerOpenAsync(HttpRequests.Head(context.Request) with { Content = context.Request.Body }, context.RequestAborted));

    // Cheap, for those many requests that are another's.
    private static bool MayBe(string path) => RegistryAddress.Takes(path) || ImageEndpoint.Takes(path);
}
