using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Actions;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>A stop that is recorded with a run and nowhere else reaches the service of what runs by the bus, as in an account.</summary>
public sealed class StopEventTests(SamplePackages packages) : IDisposable
{
    private readonly ReleaseRepository _repository = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_that_runs_is_stopped()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - \"sleep 600\"\n").Commit();
        await using var suite = await StartAsync();

        var view = await StopAtAsync(suite, happened => (string?)happened["detail-type"] == "CodeBuild Build State Change", "AllAtOnce");

        var build = view.Stages.Single(stage => stage.StageName == "Build").Actions.Single();
        (view.Status, build.Status).ShouldBe((PipelineExecutionStatus.Stopped, ActionExecutionStatus.Failed));
        build.Message!.ShouldContain("enough");
    }

    [Fact]
    public async Task A_deployment_that_shifts_traffic_takes_it_back()
    {
        await using var suite = await StartAsync();
        _repository.CommitPackage(packages.Good);
        (await RunAsync(suite, "AllAtOnce")).Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        _repository.CommitPackage(packages.Better);

        var view = await StopAtAsync(suite, happened => (string?)happened["detail-type"] == "Sluice Traffic Shifted", "Steps.10@600s,50@600s");

        var deployment = view.Stages.Single(stage => stage.StageName == "Deploy").Actions.Single();
        (view.Status, deployment.Outcome).ShouldBe((PipelineExecutionStatus.Stopped, ActionOutcome.RolledBack));
        deployment.Message!.ShouldContain("enough");
    }

    [Fact]
    public async Task A_stop_that_comes_before_its_deployment_stops_it_when_it_is_recorded()
    {
        await using var suite = await StartAsync();
        _repository.CommitPackage(packages.Good);
        var (name, run) = await BeginAsync(suite, "AllAtOnce");
        var stop = new ActionStop("Lambda", name, run, "Deploy", "Deploy", ActionExecutionId(run), "too early", ActionService.Deployment);
        await Get<IEnumerable<IActionStopper>>(suite).Single(service => service.Service == ActionService.Deployment).StopAsync(stop, Cancellation);

        var view = await new RunFollower(suite, Get<ExecutionViews>(suite), TimeProvider.System).EndAsync(name, run, Cancellation);

        var deployment = view.Stages.Single(stage => stage.StageName == "Deploy").Actions.Single();
        (deployment.ActionExecutionId, deployment.Status).ShouldBe((stop.ActionExecutionId, ActionExecutionStatus.Failed));
        deployment.Message!.ShouldContain("too early");
    }

    public void Dispose() => _repository.Dispose();

    /// <summary>An action's id is made of what it is, by the rule of the pipelines.</summary>
    private static string ActionExecutionId(string run) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{run}\nDeploy\nDeploy\n1")).AsSpan(0, 16)).ToString("D");

    private Task<Suite> StartAsync() => Suite.StartAsync(
        new SuiteOptions(_repository.Data, Port: 0, new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! }) { Polls = false }, TimeProvider.System);

    private async Task<PipelineExecutionView> RunAsync(Suite suite, string strategy)
    {
        var (name, run) = await BeginAsync(suite, strategy);
        return await new RunFollower(suite, Get<ExecutionViews>(suite), TimeProvider.System).EndAsync(name, run, Cancellation);
    }

    private async Task<PipelineExecutionView> StopAtAsync(Suite suite, Func<JsonObject, bool> moment, string strategy)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        suite.Bus.Published += happened =>
        {
            if (moment(happened))
            {
                reached.TrySetResult();
            }
        };
        var (name, run) = await BeginAsync(suite, strategy);
        await reached.Task.WaitAsync(Cancellation);
        await Get<ExecutionStops>(suite).StopAsync(new StopRequestInput(name, run, Abandon: false, "enough"), Cancellation);
        return await new RunFollower(suite, Get<ExecutionViews>(suite), TimeProvider.System).EndAsync(name, run, Cancellation);
    }

    private async Task<(string Pipeline, string Run)> BeginAsync(Suite suite, string strategy)
    {
        var name = await ReleasePipelines.Of(suite.Services).KeepAsync("repository", _repository.Path, null, new DeploymentChoices(strategy, Alarm: null, TimeSpan.FromMinutes(1)) { IsStrategyChosen = true });
        return (name, await Get<ExecutionStarts>(suite).StartAsync(new StartRequest(name), Cancellation));
    }

    private static T Get<T>(Suite suite)
        where T : notnull => suite.Services.GetRequiredService<T>();
}
