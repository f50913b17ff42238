using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda's Invoke: finds the version that a request goes to, runs it there and counts it.</summary>
public sealed class FunctionInvoker
{
    private readonly FunctionStore _store;
    private readonly FunctionFleet _fleet;
    private readonly WeightedRoute _route = new();
    private readonly LambdaMetrics _metrics;
    private readonly CloudIdentity _identity;
    private readonly TimeProvider _time;
    private readonly IIds _ids;
    private readonly ILogger _logger;
    private readonly Unattended _unattended;

    internal FunctionInvoker(
        FunctionStore store, FunctionFleet fleet, LambdaMetrics metrics, CloudIdentity identity, TimeProvider time, IIds ids, ILogger logger, Unattended unattended)
    {
        (_store, _fleet, _metrics, _identity, _time, _ids, _logger, _unattended) = (store, fleet, metrics, identity, time, ids, logger, unattended);
    }

    /// <summary>A version has answered, well or with an error; before its caller knows.</summary>
    internal event Action<AnsweredInvocation>? Answered;

    /// <summary>Invokes a function.</summary>
    /// <param name="functionName">A name, <c>name:qualifier</c> or an ARN.</param>
    /// <param name="qualifier">A version or an alias; null is what the name says, or <c>$LATEST</c>.</param>
    /// <param name="payload">JSON, at most 6 MiB.</param>
    /// <param name="type">Whether to wait for the answer.</param>
    /// <exception cref="TaskFailedException">
    /// Lambda's errors: <c>Lambda.ResourceNotFoundException</c>, <c>Lambda.ResourceConflictException</c> (not active), <c>Lambda.TooManyRequestsException</c> …
    /// </exception>
    public async Task<InvocationResult> InvokeAsync(string functionName, string? qualifier, byte[] payload, InvocationType type = InvocationType.RequestResponse)
    {
        if (payload.Length > RuntimeApi.LargestPayload)
        {
            throw LambdaErrors.RequestTooLarge(payload.Length, RuntimeApi.LargestPayload);
        }

        var reference = FunctionReference.Parse(functionName, qualifier);
        var (version, revision) = Route(reference);
        switch (type)
        {
            case InvocationType.DryRun:
                return new InvocationResult(204, [], version.Version, null);
            case InvocationType.Event:
                _ = _unattended.Beside($"The asynchronous invocation of {reference.Name}", () => RunInBackgroundAsync(reference, version, revision, payload));
                return new InvocationResult(202, [], version.Version, null);
            default:
                return await RunAsync(reference, version, revision, payload);
        }
    }

    // With the alias's revision, if there is one that routed it.
    private (FunctionVersion Version, string? Revision) Route(FunctionReference reference)
    {
        var function = _store.Get(reference.Name);
        var number = function.Aliases.TryGetValue(reference.Target, out var alias) ? _route.Next(function.Name, alias) : reference.Target;
        var version = function.Find(number) ?? throw LambdaErrors.NotFound(_identity.FunctionArn(reference.Name, reference.Target));
        if (version.State == VersionState.Active)
        {
            return (version, alias?.RevisionId);
        }

        // Lambda counts no such call. But where a share of an alias's traffic fails, its alarms must see it.
        _metrics.Invoked(reference.Name, reference.Qualifier, alias?.RevisionId, version.Version, failed: true, milliseconds: 0);
        throw LambdaErrors.NotActive(_identity.FunctionArn(reference.Name, version.Version), version.State, version.StateReason);
    }

    private async Task<InvocationResult> RunAsync(FunctionReference reference, FunctionVersion version, string? revision, byte[] payload)
    {
        var pool = _fleet.PoolOf(reference.Name, version);
        var started = 0L;
        InvocationAnswer answer;
        try
        {
            answer = await pool.InvokeAsync(() =>
            {
                // A cold start is no part of the function's time.
                started = _time.GetTimestamp();
                return Request(reference, pool, payload);
            });
        }
        catch (TaskFailedException)
        {
            _metrics.Throttled(reference.Name, reference.Qualifier, version.Version);
            throw;
        }

        if (_fleet.IsClosed)
        {
            throw LambdaErrors.Stopping();
        }

        var took = started == 0 ? 0 : _time.GetElapsedTime(started).TotalMilliseconds;
        _metrics.Invoked(reference.Name, reference.Qualifier, revision, version.Version, answer.Error is not null, took);
        var result = new InvocationResult(200, answer.Payload, version.Version, answer.Error);
        Tell(new AnsweredInvocation(reference.Name, reference.Qualifier, result));
        return result;
    }

    // Who looks on, say a screen that is gone, is no part of the answer.
    private void Tell(AnsweredInvocation answered)
    {
        try
        {
            Answered?.Invoke(answered);
        }
        catch (Exception e)
        {
            _logger.LogWarning(e, "An answer of {Function} was not told.", answered.Function);
        }
    }

    private async Task RunInBackgroundAsync(FunctionReference reference, FunctionVersion version, string? revision, byte[] payload)
    {
        try
        {
            var result = await RunAsync(reference, version, revision, payload);
            if (result.FunctionError is not null)
            {
                _logger.LogWarning("The asynchronous invocation of {Function} failed.", reference.Name);
            }
        }
        catch (TaskFailedException e)
        {
            _logger.LogWarning(e, "The asynchronous invocation of {Function} was not made.", reference.Name);
        }
    }

    private Invocation Request(FunctionReference reference, VersionPool pool, byte[] payload)
    {
        var now = _time.GetUtcNow();
        var trace = $"Root=1-{now.ToUnixTimeSeconds():x8}-{_ids.Secret()[..24]};Parent={_ids.Secret()[..16]};Sampled=0";
        return new Invocation(_ids.Uuid(), _identity.FunctionArn(reference.Name, reference.Qualifier), now + pool.Launch.Timeout, trace, payload);
    }
}
