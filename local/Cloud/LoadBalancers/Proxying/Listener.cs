using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>A listener at work: it chooses a target group for each request by weight, and a target in it.</summary>
internal sealed class Listener(TargetFleet targets, ReverseProxy proxy, TargetMetrics metrics, TimeProvider time, Unattended unattended) : IAsyncDisposable
{
    private readonly EvenSequence _sequence = new();
    private ListenerServer? _server;
    private ListenerRecord? _record;

    public int Port => _server?.Port ?? 0;

    /// <summary>The next request is routed by it.</summary>
    public ListenerRecord Record
    {
        set => Volatile.Write(ref _record, value);
    }

    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(int port) => _server = await ListenerServer.StartAsync(port, HandleAsync, time, unattended);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext http)
    {
        // Not counted: a page must not be able to set off an alarm either.
        if (PageGuard.Refusal(RequestSource.Of(http.Request)) is { } refusal)
        {
            await BalancerPage.RefuseAsync(http, refusal);
            return;
        }

        if (Volatile.Read(ref _record) is not { } record)
        {
            await BalancerPage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The listener is being set up.");
            return;
        }

        var groupArn = WeightedForward.At(record.Groups, _sequence.Next());
        if (groupArn is null || targets.Find(groupArn)?.Take() is not { } target)
        {
            metrics.OwnAnswer(record.LoadBalancerArn, StatusCodes.Status503ServiceUnavailable);
            var reason = groupArn is null ? "The weights of all target groups are 0." : $"The target group {groupArn} has no registered targets.";
            await BalancerPage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, reason);
            return;
        }

        await ForwardAsync(http, record, groupArn, target);
    }

    private async Task ForwardAsync(HttpContext http, ListenerRecord record, string groupArn, Target target)
    {
        try
        {
            Count(record.LoadBalancerArn, groupArn, await proxy.ForwardAsync(http, target.Address, Port));
        }
        finally
        {
            target.End();
        }
    }

    private void Count(string loadBalancerArn, string groupArn, ForwardedAnswer answer)
    {
        if (!answer.IsOwn)
        {
            metrics.Answered(loadBalancerArn, groupArn, answer.StatusCode, answer.Seconds);
            return;
        }

        metrics.TargetFailed(loadBalancerArn, groupArn, answer.Unreachable);
        if (answer.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            metrics.OwnAnswer(loadBalancerArn, answer.StatusCode);
        }
    }
}
