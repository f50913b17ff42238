using System.Globalization;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>One process of a version, with its Runtime API. It is given one request at a time.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly LastLines _errors = new(lines: 8, length: 1000);
    private readonly RuntimeConversation _conversation;
    private readonly TaskCompletionSource<int> _pid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private RuntimeListener? _listener;
    private ChildProcess? _child;
    private FunctionPlace? _place;

    private FunctionProcess(Action<FunctionProcess> onReady, TimeProvider time)
    {
        _time = time;
        _conversation = new RuntimeConversation(() => onReady(this));
        Ended = Task.CompletedTask;
    }

    /// <summary>Completes when the process has ended and its port is closed.</summary>
    public Task Ended { get; private set; }

    public static async Task<FunctionProcess> StartAsync(
        LaunchSpec launch, FunctionHost host, Action<FunctionProcess> onReady)
    {
        var process = new FunctionProcess(onReady, host.Time);
        process._listener = await RuntimeListener.StartAsync(new RuntimeApi(process._conversation, new RuntimeCaller(process._pid.Task).RefusalAsync).HandleAsync, host.Unattended);
        try
        {
            process.Launch(launch, host, process._listener.Address);
        }
        catch
        {
            process._pid.TrySetCanceled();
            process._place?.Dispose();
            await process._listener.DisposeAsync();
            throw;
        }

        return process;
    }

    /// <summary>Waits for its first poll.</summary>
    /// <returns>Null when it is ready for requests; else why it did not start.</returns>
    public async Task<InitialisationFault?> InitialisedWithinAsync(TimeSpan limit)
    {
        try
        {
            return await _conversation.Initialised.WaitAsync(limit, _time);
        }
        catch (TimeoutException)
        {
            var reason = WithErrors($"The process did not ask for a request within {limit.TotalSeconds} seconds.");
            return new InitialisationFault(reason, InvocationAnswer.Failure("Sandbox.Timedout", $"Error: Task timed out after {Seconds(limit)} seconds"), IsSlow: true);
        }
    }

    /// <summary>Gives it the request; when the time is over it is killed.</summary>
    /// <returns>Null if the process had ended before it got the request.</returns>
    public async Task<InvocationAnswer?> RunAsync(Invocation invocation, TimeSpan timeout)
    {
        if (!_conversation.Begin(invocation))
        {
            return null;
        }

        try
        {
            return await invocation.Answer.WaitAsync(timeout, _time);
        }
        catch (TimeoutException)
        {
            invocation.Complete(InvocationAnswer.Failure("Sandbox.Timedout", $"RequestId: {invocation.RequestId} Error: Task timed out after {Seconds(timeout)} seconds"));
            Kill();
            return await invocation.Answer;
        }
    }

    public void Kill() => _child?.Kill();

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
    }

    private void Launch(LaunchSpec launch, FunctionHost host, string address)
    {
        var log = host.LogOf(launch.FunctionName);
        var id = host.Ids.Secret();
        _place = host.Environment.Place(launch, id, host.Ledger.Isolation);
        _child = ChildProcess.Start(host.Environment.Spec(launch, _place, address, id), host.Ledger, line =>
        {
            log.Write($"{host.Time.GetUtcNow():O} [{launch.Version.Version}] {line.Text}");
            if (line.IsError)
            {
                _errors.Add(line.Text);
            }
        });
        _pid.SetResult(_child.Pid);
        Ended = EndAsync(_child);
    }

    private string WithErrors(string reason)
    {
        var said = _errors.ToString();
        return said.Length > 0 ? $"{reason}\n{said}" : reason;
    }

    private async Task EndAsync(ChildProcess child)
    {
        var code = await child.Exited;
        _conversation.End(WithErrors($"Runtime exited with error: exit status {code}"));
        await _listener!.DisposeAsync();
        await child.DisposeAsync();
        _place!.Dispose();
    }
}
