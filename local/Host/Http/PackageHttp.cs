using Microsoft.AspNetCore.Http;
using Sluice.Packages.Entry;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Carries package managers' requests, which bring a token. A bucket may have the same name, and is asked for with a signature.</summary>
internal sealed class PackageHttp(RegistryEndpoint registries)
{
    public static bool Takes(HttpContext context) =>
        RegistryAddress.Takes(context.Request.Path.Value ?? "") && HttpRequests.Head(context.Request) is var head && RegistryAddress.Takes(head.Path) && ClaimedService.Of(head) is null;

    public async Task AnswerAsync(HttpContext context) =>
        await HttpAnswers.WriteAsync(context.Response, await registries.AnswerAsync(HttpRequests.Head(context.Request) with { Content = context.Request.Body }, context.RequestAborted));
}
