using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Finds the version that a request goes to, runs it there and counts it.</summary>
internal sealed class VersionRunner(FunctionStore store, FunctionFleet fleet, LambdaMetrics metrics, CloudIdentity identity, TimeProvider time, IIds ids, ILogger logger)
{
    private readonly WeightedRoute _route = new();

    /// <summary>A version has answered, well or with an error; before its caller knows.</summary>
    public event Action<AnsweredInvocation>? Answered;

    /// <summary>A version that requests for this reference go to; where they are divided, the main one.</summary>
    /// <exception cref="TaskFailedException">There is none.</exception>
    public FunctionVersion Find(FunctionReference reference)
    {
        var function = store.Get(reference.Name);
        return Version(function, reference, function.Aliases.GetValueOrDefault(reference.Target)?.FunctionVersion ?? reference.Target);
    }

    /// <exception cref="TaskFailedException">The function did not get the request.</exception>
    public async Task<InvocationResult> RunAsync(FunctionReference reference, InvocationRequest request)
    {
        var (version, revision) = Route(reference);
        var pool = fleet.PoolOf(reference.Name, version);
        var started = 0L;
        var trace = Traces.Of(request.TraceId, time.GetUtcNow(), ids);
        InvocationAnswer answer;
        try
        {
            answer = await pool.InvokeAsync(() =>
            {
                // A cold start is no part of the function's time.
                started = time.GetTimestamp();
                return new Invocation(request.RequestId!, identity.FunctionArn(reference.Name, reference.Qualifier), time.GetUtcNow() + pool.Launch.Timeout, trace, request.Payload)
                {
                    ClientContext = request.ClientContext, Tail = request.Tail, Stream = request.Stream?.RoutedTo(version.Version),
                };
            });
        }
        catch (TaskFailedException)
        {
            metrics.Throttled(reference.Name, reference.Qualifier, version.Version);
            throw;
        }

        if (fleet.IsClosed && answer.Fault is not null)
        {
            throw LambdaErrors.Stopping();
        }

        var took = started == 0 ? 0 : time.GetElapsedTime(started).TotalMilliseconds;
        metrics.Invoked(reference.Name, reference.Qualifier, revision, version.Version, answer.Error is not null, took);
        var result = new InvocationResult(200, answer.Payload, version.Version, answer.Error) { RequestId = request.RequestId!, TraceId = trace, LogTail = answer.LogTail };
        Tell(new AnsweredInvocation(reference.Name, reference.Qualifier, result));
        return result;
    }

    // With the alias's revision, if there is one that routed it.
    private (FunctionVersion Version, string? Revision) Route(FunctionReference reference)
    {
        var function = store.Get(reference.Name);
        var alias = function.Aliases.GetValueOrDefault(reference.Target);
        var version = Version(function, reference, alias is null ? reference.Target : _route.Next(function.Name, alias));
        if (version.State == VersionState.Active)
        {
            return (version, alias?.RevisionId);
        }

        // Lambda counts no such call. But where a share of an alias's traffic fails, its alarms must see it.
        metrics.Invoked(reference.Name, reference.Qualifier, alias?.RevisionId, version.Version, failed: true, milliseconds: 0);
        throw LambdaErrors.NotActive(identity.FunctionArn(reference.Name, version.Version), version.State, version.StateReason);
    }

    private FunctionVersion Version(FunctionRecord function, FunctionReference reference, string number) =>
        function.Find(number) ?? throw LambdaErrors.NotFound(identity.FunctionArn(reference.Name, reference.Target));

    // Who looks on, say a screen that is gone, is no part of the answer.
    private void Tell(AnsweredInvocation answered)
    {
        try
        {
            Answered?.Invoke(answered);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "An answer of {Function} was not told.", answered.Function);
        }
    }
}
