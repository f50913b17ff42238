using System.Text.Json.Nodes;
using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Api.Hooks;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Tests.World;

/// <summary>What people, hooks and others do while a deployment goes on.</summary>
internal static class Happenings
{
    public static Task DelayAsync(this DeploymentWorld world, int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), world.Time);

    public static async Task AtAsync(this DeploymentWorld world, int seconds, Func<Task> act)
    {
        await world.DelayAsync(seconds);
        await act();
    }

    /// <summary>The schedule of the sweep, in AWS.</summary>
    public static async Task SweepAsync(this DeploymentWorld world, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await world.DelayAsync(300);
            await world.InvokeAsync("SweepDeployments", null);
        }
    }

    public static Task StopAsync(this DeploymentWorld world) => world.Get<StopDeployment>().StopAsync(new StopDeploymentInput { DeploymentId = world.DeploymentId }, "a request");

    public static Task ContinueAsync(this DeploymentWorld world) =>
        world.Get<ContinueDeployment>().RunAsync(new ContinueDeploymentInput { DeploymentId = world.DeploymentId }, new OperationContext("request", Caller: null), CancellationToken.None);

    public static Task MeddleAsync(this DeploymentWorld world, Func<FakeAlias, FakeAlias> change)
    {
        world.Lambda.Meddle("fn", "live", change);
        return Task.CompletedTask;
    }

    public static Task AbortAsync(this DeploymentWorld world)
    {
        world.Machines.Engine.Stop(world.Executions[0].Arn, "Abort", "as the test wants it");
        return Task.CompletedTask;
    }

    /// <summary>The hook function <c>hook</c>, which exists in the account.</summary>
    public static void AddHook(this DeploymentWorld world, Func<JsonNode, Task<JsonNode?>> run)
    {
        world.Lambda.Add("hook", alias: null);
        world.Cloud.Hooks["hook"] = run;
    }

    /// <summary>A hook whose function the deployment makes, and which reports that it succeeded.</summary>
    public static void ReportFrom(this DeploymentWorld world, string name) => world.Cloud.Hooks[name] = world.ReportAsync;

    public static Task<JsonNode?> ReportAsync(this DeploymentWorld world, JsonNode payload) => world.ReportAsync(payload, "Succeeded");

    public static async Task<JsonNode?> ReportAsync(this DeploymentWorld world, JsonNode payload, string status)
    {
        var report = new PutLifecycleEventHookExecutionStatusInput
        {
            DeploymentId = (string)payload["DeploymentId"]!,
            LifecycleEventHookExecutionId = (string?)payload["LifecycleEventHookExecutionId"],
            Status = Enum.Parse<LifecycleEventStatus>(status),
        };
        await world.Get<PutLifecycleEventHookExecutionStatus>().RunAsync(report, new OperationContext("request", Caller: null), CancellationToken.None);
        return null;
    }

    /// <summary>Shouldly's own leaves the thread of virtual time.</summary>
    public static async Task RefusedAsync<T>(Func<Task> act)
        where T : Exception
    {
        try
        {
            await act();
        }
        catch (T)
        {
            return;
        }

        throw new InvalidOperationException($"No {typeof(T).Name} was thrown.");
    }

    /// <summary>The hook function returns, and something goes on behind it.</summary>
    public static Task<JsonNode?> LaterAsync(this DeploymentWorld world, int seconds, Func<Task> act)
    {
        world.Behind.Add(world.AtAsync(seconds, act));
        return Task.FromResult<JsonNode?>(null);
    }
}
