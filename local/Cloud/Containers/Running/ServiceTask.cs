using System.ComponentModel;
using Sluice.Local.Cloud.Containers.Storage;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Containers.Running;

/// <summary>
/// One place for a task in a task set: a process is in it, registered as a target; when it dies another one takes its place, later each time that it does not live long.
/// </summary>
internal sealed class ServiceTask : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LivesWell = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly ContainerRecord _container;
    private readonly IReadOnlyList<TaskSetBalancer> _balancers;
    private readonly ContainerHost _host;
    private readonly TaskSetEvents _events;
    private readonly BoundedLog _log;
    private volatile ChildProcess? _process;
    private volatile TargetAddress? _address;
    private volatile bool _killed;

    public ServiceTask(ContainerRecord container, IReadOnlyList<TaskSetBalancer> balancers, ContainerHost host, TaskSetEvents events, BoundedLog log)
    {
        (_container, _balancers, _host, _events, _log) = (container, balancers, host, events, log);
        Ended = host.Unattended.Start("A task of a service", () => host.Unattended.LoopAsync("A task of a service", _ => KeepAsync(), _stop.Token));
    }

    /// <summary>Completes when it was stopped and its process has ended.</summary>
    public Task Ended { get; }

    public bool IsRunning => _process is { Exited.IsCompleted: false };

    /// <summary>Where it is registered; null while it does not run.</summary>
    public TargetAddress? Address => _address;

    /// <summary>Its target drains, then it is asked to end, and after its stop timeout it is killed.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Kills it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        _killed = true;
        await _stop.CancelAsync();
        _process?.Kill();

        await Ended;
        _stop.Dispose();
    }

    private async Task KeepAsync()
    {
        var pause = ShortestPause;
        while (!_stop.IsCancellationRequested)
        {
            var started = _host.Time.GetTimestamp();
            await RunAsync();
            pause = _host.Time.GetElapsedTime(started) >= LivesWell ? ShortestPause : pause;
            await Task.Delay(pause, _host.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
    }

    /// <summary>One process, from its start to its end.</summary>
    private async Task RunAsync()
    {
        var id = _host.Ids.Secret();
        var errors = new LastLines(lines: 8, length: 1000);
        var address = new TargetAddress("127.0.0.1", _host.Ports.Next());
        if (Start(id, address, errors) is not { } process)
        {
            return;
        }

        _process = process;
        if (_killed)
        {
            process.Kill(); // It was started just before the end, when there was nothing to kill yet.
        }

        _address = address;
        Each(group => group.Register(address));
        _events.Tell($"has started 1 tasks: (task {id}), port {address.Port}.");
        await ((Task)process.Exited).WaitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync(process, address);
        _process = null;
        _address = null;
        _events.Tell(_stop.IsCancellationRequested ? $"has stopped 1 running tasks: (task {id})." : Died(id, await process.Exited, errors));
    }

    private ChildProcess? Start(string id, TargetAddress address, LastLines errors)
    {
        try
        {
            return ChildProcess.Start(ContainerLaunch.Spec(_container, address.Port, id, _host.Environment), _host.Ledger, line =>
            {
                _log.Write(line.Text);
                if (line.IsError)
                {
                    errors.Add(line.Text);
                }
            });
        }
        catch (Exception e) when (e is IOException or Win32Exception or UnauthorizedAccessException)
        {
            _events.Tell($"was unable to start a task: {e.Message}.");
            return null;
        }
    }

    private static string Died(string id, int exitCode, LastLines errors)
    {
        var said = errors.ToString();
        return $"(task {id}) stopped by itself with the exit code {exitCode}{(said.Length > 0 ? ": " + said : ".")}";
    }

    private async Task EndAsync(ChildProcess process, TargetAddress address)
    {
        var drained = Task.WhenAll(_balancers.Select(balancer => _host.Targets.Find(balancer.TargetGroupArn)?.DeregisterAsync(address) ?? Task.CompletedTask));
        await Task.WhenAny(drained, process.Exited);
        process.Terminate();
        await ((Task)process.Exited).WaitAsync(TimeSpan.FromSeconds(_container.StopTimeoutSeconds), _host.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await process.DisposeAsync();
    }

    private void Each(Action<LoadBalancers.Targets.TargetGroup> act)
    {
        foreach (var balancer in _balancers)
        {
            if (_host.Targets.Find(balancer.TargetGroupArn) is { } group)
            {
                act(group);
            }
        }
    }
}
