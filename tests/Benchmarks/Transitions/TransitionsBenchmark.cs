using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Samples;
using Sluice.Deployments.Model.Alarms;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Guarding;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.Tests.EndToEnd;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;

namespace Sluice.Benchmarks.Transitions;

/// <summary>What Step Functions would bill for one release from commit to 100 %: a real one, with bakes of a second.</summary>
internal sealed class TransitionsBenchmark(IReadOnlyDictionary<string, string> environment) : IBenchmark
{
    private const string Strategy = "Steps.10@1s,50@1s";
    private const int AimForDeployment = 30;
    private const int AimForAll = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    public string Name => "transitions";

    public string Title => "state transitions of a Lambda release with the steps 10 %, 50 %, 100 %";

    public async Task RunAsync(TextWriter output)
    {
        using var packages = await SamplePackages.PublishAsync();
        using var repository = new ReleaseRepository();
        await using var bench = await BenchSuite.StartAsync(environment);
        repository.CommitPackage(packages.First);
        await ReleaseAsync(bench.Suite, repository.Path);
        repository.CommitPackage(packages.Second);
        await WriteAsync(output, "a new version, whose start is waited for", await ReleaseAsync(bench.Suite, repository.Path));
        await SetBackAsync(bench.Suite);
        await WriteAsync(output, "a version that has started before", await ReleaseAsync(bench.Suite, repository.Path));
    }

    /// <summary>By hand, so that the same commit has something to shift again.</summary>
    private static Task SetBackAsync(Suite suite) => suite.Calls.CallAsync(
        new TaskCall(
            "arn:aws:states:::aws-sdk:lambda:updateAlias",
            ServicePattern.RequestResponse,
            new JsonObject { ["FunctionName"] = "fn", ["Name"] = "live", ["FunctionVersion"] = "1" },
            "bench",
            "SetBack"),
        CancellationToken.None);

    private static async Task<Dictionary<string, int>> ReleaseAsync(Suite suite, string repository)
    {
        var before = new Dictionary<string, int>(suite.Transitions.Counts);
        using var late = new CancellationTokenSource(Patience);
        var screen = new PlainScreen(TextWriter.Null, TimeProvider.System);
        using var view = new LiveView(screen, suite.Services.GetRequiredService<Unattended>(), TimeProvider.System, isOneOfMany: false);
        await using var session = new ReleaseSession(suite, screen, view, rate: 0, "{}", TimeProvider.System);
        var name = await ReleasePipelines.Of(suite.Services).KeepAsync("bench", repository, branch: null, DeploymentChoices.Default with { Strategy = Strategy, TooFew = TooFewRequests.Continue, TooFewWait = 0 });
        var mark = session.Mark();
        var execution = await suite.Services.GetRequiredService<ExecutionStarts>().StartAsync(new StartRequest(name), late.Token);
        var report = await session.FollowAsync(name, execution, mark, late.Token);
        if (report.Outcome != "Succeeded")
        {
            throw new InvalidOperationException($"The release ended as {report.Outcome}: {report.Message}");
        }

        // The run is known to have ended a little before its machines are through.
        await Task.Delay(Quiet, TimeProvider.System, late.Token);
        return suite.Transitions.Counts.ToDictionary(entry => entry.Key, entry => entry.Value - before.GetValueOrDefault(entry.Key));
    }

    private static async Task WriteAsync(TextWriter output, string title, Dictionary<string, int> counts)
    {
        await output.WriteLineAsync($"  {title}");
        foreach (var (machine, count) in counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(Row(machine, count, machine == "deploy-lambda" ? $"   (aim: {AimForDeployment})" : ""));
        }

        await output.WriteLineAsync(Row("all", counts.Values.Sum(), $"   (aim: {AimForAll})"));
    }

    private static string Row(string name, int count, string aim) => string.Create(
        CultureInfo.InvariantCulture, $"    {name,-40}{count,14}   ${count * TransitionCounter.Price:F6}{aim}");
}
