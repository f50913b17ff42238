using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Sluice.TestFunction;

/// <summary>A pipeline's job: its UserParameters say what is answered: <c>succeed</c>, <c>fail</c>, or <c>silent</c> for nothing.</summary>
internal static class Job
{
    public static bool IsAsked(JsonNode request) => request["CodePipeline.job"] is not null;

    public static async Task<(string Kind, JsonNode Answer)> AnswerAsync(JsonNode request, HttpClient http)
    {
        var job = request["CodePipeline.job"]!;
        var (id, asked) = ((string)job["id"]!, (string?)job["data"]!["actionConfiguration"]!["configuration"]!["UserParameters"]);
        if (asked != "silent")
        {
            using var answer = asked == "fail"
                ? await PutAsync("PutJobFailureResult", new JsonObject { ["jobId"] = id, ["failureDetails"] = new JsonObject { ["type"] = "JobFailed", ["message"] = "the page is blank" } }, http)
                : await PutAsync("PutJobSuccessResult", new JsonObject { ["jobId"] = id, ["executionDetails"] = new JsonObject { ["summary"] = "the page is there" } }, http);
            await Console.Out.WriteLineAsync($"{asked}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        return ("response", "done");
    }

    private static Task<HttpResponseMessage> PutAsync(string operation, JsonObject body, HttpClient http)
    {
        var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", $"CodePipeline_20150709.{operation}");
        return http.PostAsync(new Uri(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")!), content);
    }
}
