using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.Starting;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Actions;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Benchmarks.Rollback;

/// <summary>Deployments of one function whose alarm fires while they bake.</summary>
internal sealed class RollbackRounds(Suite suite)
{
    private const string Function = "bench";
    private const string Alias = "live";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly StartDeployment _start = suite.Services.GetRequiredService<StartDeployment>();
    private readonly IIds _ids = suite.Services.GetRequiredService<IIds>();

    /// <summary>The version that all rounds come back to.</summary>
    public async Task DeployFirstAsync(ObjectRef package)
    {
        var run = _ids.Uuid();
        using var watch = new RollbackWatch(suite, run);
        await StartAsync(run, package, []);
        Expect("Succeeded", await watch.Ended.WaitAsync(Patience), "the first deployment's outcome");
        Expect("1", await TrafficAsync(), "traffic");
    }

    /// <returns>From the alarm's event to the alias set back, in milliseconds.</returns>
    public async Task<double> RunAsync(ObjectRef package)
    {
        var run = _ids.Uuid();
        using var watch = new RollbackWatch(suite, run);
        await StartAsync(run, package, new() { ["DeployStrategy"] = "Steps.10@60s", ["ErrorAlarm"] = "5%", ["AlarmPeriodSeconds"] = "1" });
        await watch.Baking.WaitAsync(Patience);
        Expect("1, 2 at 0.1", await TrafficAsync(), "traffic while it bakes");
        await CallAsync("cloudwatch:setAlarmState", new() { ["AlarmName"] = watch.AlarmName, ["StateValue"] = "ALARM", ["StateReason"] = "Measured" });
        var (fired, restored) = (await watch.Fired.WaitAsync(Patience), await watch.Restored.WaitAsync(Patience));
        Expect("1", await TrafficAsync(), "traffic after the alarm");
        Expect("RolledBack", await watch.Ended.WaitAsync(Patience), "the deployment's outcome");
        return TimeProvider.System.GetElapsedTime(fired, restored).TotalMilliseconds;
    }

    private static void Expect(string expected, string found, string what)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"Expected {what} to be {expected}, not {found}.");
        }
    }

    /// <summary>The pipeline's call. Nobody waits with the token: a pipeline's own part comes after traffic is back.</summary>
    private Task StartAsync(string run, ObjectRef package, Dictionary<string, string> configuration) => _start.RunAsync(new ActionRequest(
        $"nobody-{run}", "bench", run, "Deploy", "Deploy", _ids.Uuid(),
        new Dictionary<string, string>(configuration) { ["FunctionName"] = Function, ["FunctionAlias"] = Alias },
        new Dictionary<string, ObjectRef> { ["Package"] = package },
        []) { Category = "Deploy", Owner = "AWS", Provider = "Lambda" });

    private async Task<string> TrafficAsync()
    {
        var alias = (await CallAsync("lambda:getAlias", new() { ["FunctionName"] = Function, ["Name"] = Alias }))!;
        var weights = alias["RoutingConfig"]?["AdditionalVersionWeights"] as JsonObject ?? [];
        return string.Join(", ", weights.Select(weight => $"{weight.Key} at {weight.Value}").Prepend((string)alias["FunctionVersion"]!));
    }

    private Task<JsonNode?> CallAsync(string action, JsonObject parameters) => suite.Calls.CallAsync(
        new TaskCall($"arn:aws:states:::aws-sdk:{action}", ServicePattern.RequestResponse, parameters, "bench", "Measured"), CancellationToken.None);
}
