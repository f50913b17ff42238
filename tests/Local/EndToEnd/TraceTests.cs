using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Local.Tests.Clients;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.World;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The suite on this machine with a collector beside it.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Key = "hunter2";
    private readonly ReleaseRepository _repository = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-traces-").FullName;
    private readonly ConcurrentQueue<JsonNode> _spans = [];
    private readonly SemaphoreSlim _told = new(0);
    private int _refusals = 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _told.Dispose();
        _repository.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_run_with_a_build_is_one_trace_which_the_builds_commands_can_join()
    {
        ClientProgram.Need("aws");
        _repository.Write("buildspec.yml", """
            version: 0.2
            env: {exported-variables: [SEEN]}
            phases: {build: {commands: ['export SEEN=$TRACEPARENT']}}
            """);
        var commit = _repository.Commit();
        await using var collector = await LoopbackServer.StartAsync(TakeAsync);
        var data = Path.Combine(_folder, "data");
        PipelineExecutionView run;
        JsonNode actions;
        await using (var suite = await Suite.StartAsync(new SuiteOptions(data, Port: 0, Variables(collector)), TimeProvider.System))
        {
            var aws = new AwsCli(suite.Url, suite.CredentialsFile);
            await aws.RunAsync("codepipeline", "create-pipeline", "--cli-input-json", Pipeline());
            var runs = new RunFollower(suite, suite.Services.GetRequiredService<ExecutionViews>(), TimeProvider.System);
            run = await runs.EndAsync("traced", (await runs.BeginningAsync("traced", commit, Cancellation)).PipelineExecutionId, Cancellation);
            actions = await aws.RunAsync("codepipeline", "list-action-executions", "--pipeline-name", "traced");
            await TakenAsync("RUN traced", "build traced");
        }

        run.Status.ToString().ShouldBe("Succeeded", actions.ToJsonString());
        var trace = Guid.Parse(run.PipelineExecutionId).ToString("N");
        _spans.ShouldAllBe(span => (string)span["traceId"]! == trace);
        WayUp("BUILD").ShouldBe(["BUILD", "build traced", "Compile", "Build", "RUN traced"]);
        var seen = (string)actions["actionExecutionDetails"]!.AsArray().Single(action => (string)action!["actionName"]! == "Compile")!["output"]!["outputVariables"]!["SEEN"]!;
        seen.ShouldBe($"00-{trace}-{(string)Named("build traced")["spanId"]!}-01");
        Named("RUN traced")["parentSpanId"].ShouldBeNull();
        (await File.ReadAllTextAsync(Path.Combine(data, "suite.log"), Cancellation)).ShouldNotContain(Key);
    }

    [Fact]
    public async Task A_protocol_that_there_is_not_is_refused_before_anything_is_touched()
    {
        var data = Path.Combine(_folder, "none");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:4317", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc" };

        (await Should.ThrowAsync<UsageException>(() => Suite.StartAsync(new SuiteOptions(data, Port: 0, environment), TimeProvider.System))).Message.ShouldStartWith("OTEL_EXPORTER_OTLP_PROTOCOL is 'grpc'");

        Directory.Exists(data).ShouldBeFalse();
    }

    /// <summary>Once it does not want any: nothing of the run is the worse for it, and it is told again.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (context.Request.Headers["x-key"] == Key && context.Request.Path == "/v1/traces")
        {
            var body = JsonNode.Parse(await LoopbackServer.BodyAsync(context.Request))!;
            foreach (var span in body["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]!.AsArray())
            {
                _spans.Enqueue(span!);
            }

            _told.Release();
        }
    }

    private async Task TakenAsync(params string[] names)
    {
        while (!names.All(name => _spans.Any(span => (string)span["name"]! == name)))
        {
            (await _told.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)).ShouldBeTrue("the collector is told");
        }
    }

    private JsonNode Named(string name) => _spans.Single(span => (string)span["name"]! == name);

    private List<string> WayUp(string name)
    {
        var path = new List<string>();
        for (var span = Named(name); span is not null; span = _spans.SingleOrDefault(whole => (string)whole["spanId"]! == (string?)span["parentSpanId"]))
        {
            path.Add((string)span["name"]!);
        }

        return path;
    }

    private static Dictionary<string, string> Variables(LoopbackServer collector)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(variable => !((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal))
            .ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-key={Key}";
        return variables;
    }

    private string Pipeline() => $$$"""
        {"pipeline": {"name": "traced", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1,
          "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
          {"name": "Source", "actions": [{"name": "App", "actionTypeId": {"category": "Source", "owner": "Custom", "provider": "Git", "version": "1"},
            "configuration": {"Repository": "{{{_repository.Path}}}", "Branch": "main", "DetectChanges": "false"}, "outputArtifacts": [{"name": "App"}]}]},
          {"name": "Build", "actions": [{"name": "Compile", "namespace": "Built", "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
            "configuration": {"ProjectName": "traced"}, "inputArtifacts": [{"name": "App"}]}]}]}}
        """;
}
