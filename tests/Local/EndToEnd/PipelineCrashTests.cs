using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>kill -9 of <c>serve</c> at each moment that it shows of a pipeline with two builds beside each other, an approval and a canary: the next one ends the run, which stays the only one of its commit.</summary>
public sealed partial class PipelineCrashTests(SamplePackages packages) : IDisposable
{
    private static readonly string[] BeforeApproval =
        ["Pipeline    wide started", "Checkout started", "Checkout succeeded", "Compile started", "Check started", "Running command", "Compile succeeded", "Check succeeded", "Release started"];

    private static readonly string[] AfterApproval = ["Release succeeded", "Deploy      fn:live", "10 %", "50 %"];

    private readonly ReleaseRepository _repository = new();
    private readonly HttpClient _http = new();

    private string Credentials => Path.Combine(_repository.Data, "credentials");

    [Fact]
    public async Task Whenever_the_process_is_killed_the_next_one_ends_the_run_of_the_pipeline_properly()
    {
        await MakePipelineAsync();
        var runs = 1;
        foreach (var (moment, package) in BeforeApproval.Concat(AfterApproval).Zip(Alternating()))
        {
            var commit = _repository.CommitPackage(package);
            var told = await KilledAtAsync(moment, isApproved: AfterApproval.Contains(moment));

            await using var next = SluiceProcess.Start("serve", "--data", _repository.Data);
            var url = new Uri(Address().Match(await next.LineAsync("listening on")).Value);
            if (!AfterApproval.Contains(moment))
            {
                await ApproveAsync();
            }

            var summaries = await EndedAsync(url);
            summaries.Select(run => (string)run!["status"]!).ShouldBe(Enumerable.Repeat("Succeeded", ++runs), $"Killed at '{moment}', when it had told:\n{told}\n{next.Output}");
            ((string)summaries[0]!["sourceRevisions"]![0]!["revisionId"]!).ShouldBe(commit);
            (await AnsweringVersionsAsync(url)).ShouldHaveSingleItem($"killed at '{moment}'");
            await next.SignalAsync("TERM");
            (await next.ExitAsync()).ShouldBe(0, next.Output + next.Errors);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _repository.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    /// <summary>With its first run, which gives the function a version to come from.</summary>
    private async Task MakePipelineAsync()
    {
        ClientProgram.Need("aws");
        _repository.CommitPackage(packages.Good);
        await using var serve = SluiceProcess.Start("serve", "--data", _repository.Data);
        var url = new Uri(Address().Match(await serve.LineAsync("listening on")).Value);
        await new AwsCli(url, Credentials).RunAsync("codepipeline", "create-pipeline", "--pipeline", Pipeline());
        await ApproveAsync();
        (await EndedAsync(url)).Count.ShouldBe(1, serve.Output);
        await serve.SignalAsync("TERM");
        (await serve.ExitAsync()).ShouldBe(0, serve.Output + serve.Errors);
    }

    /// <summary>What it had told by then. On a slow machine that can be more than the moment.</summary>
    private async Task<string> KilledAtAsync(string moment, bool isApproved)
    {
        await using var killed = SluiceProcess.Start("serve", "--data", _repository.Data);
        if (isApproved)
        {
            await killed.LineAsync("Release started");
            await ApproveAsync();
        }

        await killed.LineAsync(moment);
        killed.KillHard();
        await killed.ExitAsync();
        return killed.Output;
    }

    /// <summary>As soon as it is asked for.</summary>
    private async Task ApproveAsync()
    {
        while (true)
        {
            var (exit, output, errors) = await SluiceProcess.RunAsync("approve", "wide", "Release", "--data", _repository.Data);
            if (exit == 0)
            {
                return;
            }

            (output + errors).ShouldContain("for approval");
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>All runs, the newest first, when none goes on any more.</summary>
    private async Task<JsonArray> EndedAsync(Uri url)
    {
        var aws = new AwsCli(url, Credentials);
        while (true)
        {
            var runs = (await aws.RunAsync("codepipeline", "list-pipeline-executions", "--pipeline-name", "wide"))["pipelineExecutionSummaries"]!.AsArray();
            if (runs.Count > 0 && !runs.Any(run => (string)run!["status"]! == "InProgress"))
            {
                return runs;
            }
        }
    }

    private IEnumerable<string> Alternating()
    {
        while (true)
        {
            yield return packages.Better;
            yield return packages.Good;
        }
    }

    private async Task<HashSet<string>> AnsweringVersionsAsync(Uri url)
    {
        var versions = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            using var answer = await _http.PostAsync(new Uri(url, "/2015-03-31/functions/fn:live/invocations"), new StringContent("{}"));
            answer.EnsureSuccessStatusCode();
            versions.Add(answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        }

        return versions;
    }

    private string Pipeline() => $$$"""
        {"name": "wide", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
          {"name": "Source", "actions": [{"name": "Checkout", "actionTypeId": {"category": "Source", "owner": "Custom", "provider": "Git", "version": "1"},
            "configuration": {"Repository": "{{{_repository.Path}}}", "Branch": "main"}, "outputArtifacts": [{"name": "Code"}]}]},
          {"name": "Build", "actions": [
            {"name": "Compile", "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"}, "configuration": {"ProjectName": "wide"}, "inputArtifacts": [{"name": "Code"}], "outputArtifacts": [{"name": "Package"}]},
            {"name": "Check", "actionTypeId": {"category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1"}, "commands": ["echo checked"], "inputArtifacts": [{"name": "Code"}]}]},
          {"name": "Ask", "actions": [{"name": "Release", "actionTypeId": {"category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1"}}]},
          {"name": "Deploy", "actions": [{"name": "Shift", "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "Lambda", "version": "1"},
            "configuration": {"DeployStrategy": "Steps.10@1s,50@2s"}, "inputArtifacts": [{"name": "Package"}]}]}]}
        """;
}
