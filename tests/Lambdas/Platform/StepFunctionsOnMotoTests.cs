using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Sluice.Signing.Calls;
using Sluice.Lambdas.Platform;

namespace Sluice.Lambdas.Tests.Platform;

/// <summary>The machines through our own client, on a service that is not ours.</summary>
public sealed class StepFunctionsOnMotoTests(Moto moto)
{
    private const string Definition = """{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}""";

    [Fact]
    public async Task An_execution_starts_once()
    {
        var url = await moto.UrlAsync();
        var arn = await CreateMachineAsync(url);
        using var client = new AmazonStepFunctionsClient(new AwsKeys("test", "test", SessionToken: null), "eu-west-1", url, TimeProvider.System);
        var machines = new StepFunctionsStateMachines(client, new Dictionary<string, string> { ["build"] = arn });
        (await machines.StartAsync("build", "b-1", new JsonObject { ["n"] = 1 }, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await machines.StartAsync("build", "b-1", new JsonObject { ["n"] = 2 }, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private static async Task<string> CreateMachineAsync(Uri url)
    {
        using var http = new HttpClient();
        var input = new JsonObject { ["name"] = $"m{Guid.NewGuid():N}", ["definition"] = Definition, ["roleArn"] = "arn:aws:iam::123456789012:role/r" };
        using var content = new StringContent(input.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSStepFunctions.CreateStateMachine");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=none");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text)!["stateMachineArn"]!.GetValue<string>();
    }
}
