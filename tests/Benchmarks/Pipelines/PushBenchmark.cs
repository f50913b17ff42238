using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Api;
using Sluice.Benchmarks.Samples;
using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Access;
using Sluice.Platform.Tests.SigV4;
using Sluice.World;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>From a push to the pipeline's first actions, by each way on which a suite learns of it: the real suite on a data folder, one push after the other.</summary>
internal sealed class PushBenchmark(IReadOnlyDictionary<string, string> environment) : IBenchmark
{
    private const string Pipeline = "bench";
    private const string Secret = "s3cret";

    public string Name => "pipeline-push";

    public string Title => "from a push to a pipeline's first actions";

    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"  {"medians in ms (p90)",-50}{"told",14}{"source done",16}{"next begun",16}");
        await WriteAsync(output, "git push to CodeCommit on this machine", await CodeCommitAsync());
        await WriteAsync(output, "git push to a folder that serve watches", await FolderAsync());
        await WriteAsync(output, "a webhook's post, its repository a folder", await WebhookAsync());
        await WriteAsync(output, "a poll of a repository over HTTP", await PollAsync());
    }

    private async Task<PushedPipeline> CodeCommitAsync()
    {
        await using var bench = await BenchSuite.StartAsync(environment);
        using var repository = new PushedRepository();
        var key = await bench.Suite.Services.GetRequiredService<AccessKeys>().IssueAsync(Roles.Admin, "bench");
        using var http = new HttpCaller(bench.Suite.Url);
        var signer = new TestSigner(key.Key.AccessKeyId, key.SecretAccessKey) { Host = bench.Suite.Url.Authority, Service = "codecommit" };
        await http.CallAsync(signer.Sign(TimeProvider.System.GetUtcNow(), "CodeCommit_20150413.CreateRepository", """{"repositoryName":"app"}""", [new("Content-Type", "application/x-amz-json-1.1")]));
        var url = $"http://{key.Key.AccessKeyId}:{Uri.EscapeDataString(key.SecretAccessKey)}@{bench.Suite.Url.Authority}/v1/repos/app";
        var pipeline = new PushedPipeline(bench.Suite);
        await pipeline.CreateAsync(Pipeline, "Source/AWS/CodeCommit", new JsonObject { ["RepositoryName"] = "app", ["BranchName"] = "main", ["PollForSourceChanges"] = "false" });
        await pipeline.MeasureAsync(repository.Commit, () => repository.PushAsync(url));
        return pipeline;
    }

    private async Task<PushedPipeline> FolderAsync()
    {
        await using var bench = await BenchSuite.StartAsync(environment, polls: true);
        using var repository = new PushedRepository();
        using var bare = new PushedRepository("--bare");
        var pipeline = new PushedPipeline(bench.Suite);
        await pipeline.CreateAsync(Pipeline, "Source/Custom/Git", Git(bare.Path));
        await pipeline.MeasureAsync(repository.Commit, () => repository.PushAsync(bare.Path));
        return pipeline;
    }

    private async Task<PushedPipeline> WebhookAsync()
    {
        await using var bench = await BenchSuite.StartAsync(environment);
        using var repository = new PushedRepository();
        var pipeline = new PushedPipeline(bench.Suite);
        await pipeline.CreateAsync(Pipeline, "Source/Custom/Git", Git(repository.Path));
        var webhook = await bench.Suite.Services.GetRequiredService<WebhookCatalog>().PutAsync(
            new WebhookDefinition
            {
                Name = "hook", TargetPipeline = Pipeline, TargetAction = "Checkout", Authentication = WebhookAuthenticationType.GITHUB_HMAC,
                AuthenticationConfiguration = new WebhookAuthConfiguration { SecretToken = Secret }, Filters = [new WebhookFilterRule { JsonPath = "$.ref", MatchEquals = "refs/heads/{Branch}" }],
            },
            [],
            CancellationToken.None);
        using var http = new HttpClient();
        await pipeline.MeasureAsync(repository.Commit, () => PostAsync(http, new Uri(bench.Suite.Url, $"trigger?t={webhook.UrlId}&v=1")));
        return pipeline;
    }

    private async Task<PushedPipeline> PollAsync()
    {
        await using var bench = await BenchSuite.StartAsync(environment);
        using var repository = new PushedRepository();
        await using var host = await LoopbackServer.StartAsync(GitBackend.Of(repository.Path));
        var pipeline = new PushedPipeline(bench.Suite);
        await pipeline.CreateAsync(Pipeline, "Source/Custom/Git", Git($"{host.Address}/.git"));
        await pipeline.MeasureAsync(repository.Commit, () => bench.Suite.Services.GetRequiredService<PollSources>().PollAsync(new PollRequest(Pipeline)));
        return pipeline;
    }

    private static JsonObject Git(string repository) => new() { ["Repository"] = repository, ["Branch"] = "main" };

    private static async Task PostAsync(HttpClient http, Uri address)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"ref":"refs/heads/main","at":{{TimeProvider.System.GetTimestamp()}}}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static Task WriteAsync(TextWriter output, string name, PushedPipeline pipeline)
    {
        return output.WriteLineAsync($"  {name,-50}{Shown(pipeline.Told),14}{Shown(pipeline.Source),16}{Shown(pipeline.Next),16}");
        static string Shown(Rollback.Milliseconds times) => string.Create(CultureInfo.InvariantCulture, $"{times.Median:F0} ({times.Percentile(90):F0})");
    }
}
