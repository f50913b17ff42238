using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Guarding;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Commands.Releases;

/// <summary>Shows the buses and the machines' calls to those who look at a run, for as long as a run is followed.</summary>
internal sealed class WatchSubscription : IDisposable
{
    private readonly Suite _suite;
    private readonly DeploymentWatch _watch;
    private readonly RunEcho _echo;

    public WatchSubscription(Suite suite, DeploymentWatch watch, RunEcho echo, ReleaseTraffic traffic)
    {
        (_suite, _watch, _echo) = (suite, watch, echo);
        suite.Bus.Published += See;
        suite.Calls.Completed += SeeCall;
        _ = suite.Services.GetRequiredService<Unattended>().Beside("The traffic", () => traffic.StartForAsync(watch));
    }

    public void Dispose()
    {
        _suite.Bus.Published -= See;
        _suite.Calls.Completed -= SeeCall;
    }

    private void See(JsonObject happened)
    {
        _watch.See(happened);
        _echo.See(happened);
    }

    private void SeeCall(TaskCall call)
    {
        if (call is { StateName: "RestoreTraffic" })
        {
            _watch.SeeRestored();
        }
    }
}
