using System.Text.Json.Nodes;
using Sluice.TestFunction;

// A function whose every request says how it is to behave, and whose environment says how it is to start.
switch (Environment.GetEnvironmentVariable("TEST_INIT"))
{
    case "exit":
        await Console.Error.WriteLineAsync("there is no database");
        return 7;
    case "hang":
        await Task.Delay(Timeout.Infinite);
        break;
    case "slow":
        await Task.Delay(TimeSpan.FromSeconds(2));
        break;
}

var api = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/");
using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
if (Environment.GetEnvironmentVariable("TEST_INIT") == "error")
{
    using var content = new StringContent("""{"errorType":"NoConfiguration","errorMessage":"there is no table","stackTrace":["at Startup"]}""");
    await http.PostAsync(new Uri(api, "init/error"), content);
    await Task.Delay(Timeout.Infinite);
}

while (true)
{
    using var next = await http.GetAsync(new Uri(api, "invocation/next"));
    var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
    var request = UrlBody.Of(JsonNode.Parse(await next.Content.ReadAsStringAsync())!);
    if (StreamedReply.IsAsked(request))
    {
        await StreamedReply.SendAsync(api, id, request);
        continue;
    }

    var (kind, answer) = Hook.IsAsked(request) ? await Hook.AnswerAsync(request, http) : Job.IsAsked(request) ? await Job.AnswerAsync(request, http) : await Behaviour.Of(request, next.Headers);
    using var content = new StringContent(answer.ToJsonString());
    if ((string?)request["do"] == "throw-large")
    {
        content.Headers.Add("Lambda-Runtime-Function-XRay-Error-Cause", new string('x', (int)request["size"]!));
    }

    await http.PostAsync(new Uri(api, $"invocation/{id}/{kind}"), content);
}
