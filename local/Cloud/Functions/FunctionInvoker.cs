using Sluice.Local.Cloud.Functions.Events;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda's Invoke.</summary>
public sealed class FunctionInvoker
{
    private readonly VersionRunner _runner;
    private readonly EventQueue _events;
    private readonly CloudIdentity _identity;
    private readonly IIds _ids;

    internal FunctionInvoker(VersionRunner runner, EventQueue events, CloudIdentity identity, IIds ids) => (_runner, _events, _identity, _ids) = (runner, events, identity, ids);

    /// <summary>A version has answered, well or with an error; before its caller knows.</summary>
    internal event Action<AnsweredInvocation>? Answered
    {
        add => _runner.Answered += value;
        remove => _runner.Answered -= value;
    }

    /// <summary>A name for a request that has none yet.</summary>
    public string NewRequestId() => _ids.Uuid();

    /// <summary>Invokes a function. An asynchronous request is stored when this returns.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">
    /// Lambda's errors: <c>Lambda.ResourceNotFoundException</c>, <c>Lambda.ResourceConflictException</c> (not active), <c>Lambda.TooManyRequestsException</c> …
    /// </exception>
    public async Task<InvocationResult> InvokeAsync(InvocationRequest request)
    {
        RequestRules.Check(request);
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier, _identity);
        var named = request with { RequestId = request.RequestId ?? NewRequestId() };
        if (request.Type == InvocationType.RequestResponse)
        {
            return await _runner.RunAsync(reference, named);
        }

        var version = _runner.Find(reference).Version;
        if (request.Type == InvocationType.Event)
        {
            _events.Add(reference, named);
        }

        return new InvocationResult(request.Type == InvocationType.Event ? 202 : 204, [], version, null) { RequestId = named.RequestId };
    }
}
