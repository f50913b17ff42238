using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Packages.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Clients;

/// <summary>The registries of a world on a port, for real package managers.</summary>
internal static class RegistryServer
{
    public static Task<LoopbackServer> StartAsync(PackageWorld world) => LoopbackServer.StartAsync(async context =>
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        var answer = await world.Get<RegistryEndpoint>().AnswerAsync(Read(context.Request), context.RequestAborted);
        await WriteAsync(context, answer);
    });

    private static ApiRequest Read(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var headers = request.Headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value ?? "")).ToList();
        return new ApiRequest(request.Method, target[0], target.Length > 1 ? target[1] : "", headers, default) { Content = request.Body };
    }

    private static async Task WriteAsync(HttpContext context, ApiResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (answer.Content is { } content)
        {
            await using (content)
            {
                await content.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        }
        else if (answer.Status is not (204 or 304))
        {
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
