using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hello;

/// <summary>
/// Lambda's custom-runtime contract in thirty lines, as a package of the team's own, so that the sample needs none from outside. A function of your own would rather use
/// Amazon.Lambda.RuntimeSupport.
/// </summary>
public sealed class RuntimeLoop(string runtimeApi)
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri($"http://{runtimeApi}/2018-06-01/runtime/invocation/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Answers requests until the process ends.</summary>
    public async Task RunAsync(Func<JsonNode?, JsonNode> handler)
    {
        while (true)
        {
            using var next = await _http.GetAsync("next");
            var request = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            await AnswerAsync(request, await next.Content.ReadFromJsonAsync<JsonNode?>(), handler);
        }
    }

    private async Task AnswerAsync(string request, JsonNode? payload, Func<JsonNode?, JsonNode> handler)
    {
        try
        {
            (await _http.PostAsJsonAsync($"{request}/response", handler(payload))).Dispose();
        }
        catch (Exception e) when (e is not HttpRequestException)
        {
            var error = new JsonObject { ["errorType"] = e.GetType().Name, ["errorMessage"] = e.Message };
            (await _http.PostAsJsonAsync($"{request}/error", error)).Dispose();
        }
    }
}
