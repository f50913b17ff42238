using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Clocks;

/// <summary>Sets the clock in one of the waits of a deployment, with the sweep at work before and after.</summary>
internal sealed class ClockMoves(DeploymentWorld world, int wait, TimeSpan by)
{
    private static readonly string[] _waits = ["WaitForVersion", "RunHook", "AwaitHook", "Bake", "WaitToRestore"];
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(300);

    // A pause lasts days.
    private int _sweeps = 30;

    /// <summary>How many waits were begun.</summary>
    public int Waits { get; private set; }

    public void Begin()
    {
        world.Machines.Engine.StateEntered += entry => See(entry.StateName);
        SweepLater();
    }

    private void See(string state)
    {
        if (_waits.Contains(state) && Waits++ == wait)
        {
            _ = world.Time.CreateTimer(_ => Move(), null, _soon, Timeout.InfiniteTimeSpan);
        }
    }

    // The sweep is at its most dangerous just then.
    private void Move()
    {
        Sweep();
        world.Time.MoveWallClock(by);
        Sweep();
    }

    private void SweepLater() => _ = world.Time.CreateTimer(
        _ =>
        {
            Sweep();
            if (_sweeps-- > 0)
            {
                SweepLater();
            }
        },
        null,
        TimeSpan.FromMinutes(5),
        Timeout.InfiniteTimeSpan);

    private void Sweep() => world.Behind.Add(world.InvokeAsync("SweepDeployments", null));
}
