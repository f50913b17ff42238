using System.Globalization;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>One process of a version, with its Runtime API. It is given one request at a time.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html: the whole of the shutdown phase.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(2);

    private readonly LastLines _errors = new(lines: 8, length: 1000);
    private readonly RuntimeConversation _conversation;
    private readonly TaskCompletionSource<int> _pid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly ProcessLog _log;
    private RuntimeListener? _listener;
    private ChildProcess? _child;
    private FunctionPlace? _place;
    private int _isStopping;

    private FunctionProcess(LaunchSpec launch, FunctionHost host, Action<FunctionProcess> onReady)
    {
        _time = host.Time;
        var file = host.LogOf(launch.FunctionName);
        _log = new ProcessLog(launch, text => file.Write($"{host.Time.GetUtcNow():O} [{launch.Version.Version}] {text}"), host.Unattended, host.Time);
        _conversation = new RuntimeConversation(() =>
        {
            _log.Started();
            onReady(this);
        });
        Ended = Task.CompletedTask;
    }

    /// <summary>Completes when the process has ended and its port is closed.</summary>
    public Task Ended { get; private set; }

    public static async Task<FunctionProcess> StartAsync(
        LaunchSpec launch, FunctionHost host, Action<FunctionProcess> onReady)
    {
        var process = new FunctionProcess(launch, host, onReady);
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
        var fault = await FaultWithinAsync(limit);
        if (fault is null || _isStopping != 0)
        {
            return fault;
        }

        _log.Measure();
        return fault with { Log = await _log.NotStartedAsync(fault.Answer.Fault ?? new RuntimeFault("Runtime.Unknown", fault.Reason)) };
    }

    /// <summary>Gives it the request; when the time is over it is killed.</summary>
    /// <returns>Null if the process had ended before it got the request.</returns>
    public async Task<InvocationAnswer?> RunAsync(Invocation invocation, TimeSpan timeout)
    {
        if (!await _log.BeginAsync(invocation, () => Begin(invocation)))
        {
            return null;
        }

        var began = _time.GetTimestamp();
        var answer = await AnswerAsync(invocation, timeout);
        return await _log.EndAsync(invocation, answer, _time.GetElapsedTime(began));
    }

    public void Kill() => _child?.Kill();

    /// <summary>Asks it to end, and ends it when the time that Lambda gives for that is over.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _isStopping, 1) == 0)
        {
            // Programs take a second signal as impatience.
            _child?.Terminate();
        }

        // A real process, whatever clock the suite goes by.
        await Ended.WaitAsync(EndsWithin, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private bool Begin(Invocation invocation)
    {
        // They are told to whoever makes the request in which the process ends.
        _errors.Clear();
        return _conversation.Begin(invocation);
    }

    private async Task<InitialisationFault?> FaultWithinAsync(TimeSpan limit)
    {
        try
        {
            return await _conversation.Initialised.WaitAsync(limit, _time);
        }
        catch (TimeoutException)
        {
            var reason = WithErrors($"The process did not ask for a request within {limit.TotalSeconds} seconds.");
            return new InitialisationFault(reason, InvocationAnswer.Failure(RuntimeFault.TimedOut, $"Error: Task timed out after {Seconds(limit)} seconds"), IsSlow: true);
        }
    }

    private async Task<InvocationAnswer> AnswerAsync(Invocation invocation, TimeSpan timeout)
    {
        try
        {
            return await invocation.Answer.WaitAsync(timeout, _time);
        }
        catch (TimeoutException)
        {
            invocation.Complete(InvocationAnswer.Failure(RuntimeFault.TimedOut, $"RequestId: {invocation.RequestId} Error: Task timed out after {Seconds(timeout)} seconds"));
            _log.Measure();
            Kill();
            return await invocation.Answer;
        }
    }

    private void Launch(LaunchSpec launch, FunctionHost host, string address)
    {
        var id = host.Ids.Secret();
        _place = host.Environment.Place(launch, id, host.Ledger.Isolation);
        _child = ChildProcess.Start(host.Environment.Spec(launch, _place, address, id), host.Ledger, Say);
        _log.Belongs(_child);
        _pid.SetResult(_child.Pid);
        Ended = EndAsync(_child);
    }

    private void Say(OutputLine line)
    {
        // The shell that has started it says so, too.
        if (_isStopping != 0 && line.Text.TrimEnd() == "Terminated")
        {
            return;
        }

        _log.Add(line.Text);
        if (line.IsError)
        {
            _errors.Add(line.Text);
        }
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
        await _log.ClosedAsync();
        await _listener!.DisposeAsync();
        await child.DisposeAsync();
        _place!.Dispose();
    }
}
