using System.Collections.Concurrent;
using System.ComponentModel;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Files;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>Starts tasks as processes and ends them with the suite.</summary>
internal sealed class TaskHost : IAsyncDisposable
{
    private const int LogsKept = 100;
    private readonly ConcurrentDictionary<string, RunningTask> _running = new(StringComparer.Ordinal);
    private readonly CloudOptions _options;
    private readonly ProcessLedger _ledger;
    private readonly TimeProvider _time;
    private readonly IIds _ids;
    private readonly string _work;
    private readonly string _logs;
    private readonly TaskStandby _standby;

    public TaskHost(CloudOptions options, ProcessLedger ledger, TimeProvider time, IIds ids, Unattended unattended)
    {
        _standby = new TaskStandby(definition => Launch(definition, options.Programs[definition], wanted: null), DiscardAsync, unattended);
        (_options, _ledger, _time, _ids) = (options, ledger, time, ids);
        _work = Directory.CreateDirectory(Path.Combine(options.DataFolder, "tasks")).FullName;
        _logs = Directory.CreateDirectory(Path.Combine(options.DataFolder, "logs", "tasks")).FullName;
    }

    /// <summary>The suite ends, and tasks with it: their exit codes mean nothing.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Throws away what tasks of a killed run left, and logs beyond the last hundred.</summary>
    public void CleanUp()
    {
        foreach (var folder in Directory.GetDirectories(_work))
        {
            Clear(folder);
        }

        foreach (var log in new DirectoryInfo(_logs).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(LogsKept))
        {
            log.Delete();
        }
    }

    /// <exception cref="TaskFailedException">No program has that name, or it does not start.</exception>
    public RunningTask Start(WantedTask wanted)
    {
        var definition = wanted.Definition;
        if (!_options.Programs.TryGetValue(definition, out var program))
        {
            throw new TaskFailedException("ECS.ClientException", $"TaskDefinition not found: {definition}. This machine has {string.Join(", ", _options.Programs.Keys.Order(StringComparer.Ordinal))}.");
        }

        var run = _standby.Take(wanted, TaskEnvironment.Of(_options.HostEnvironment, program)) ?? Launch(definition, program, wanted);
        var spec = new ProcessSpec(program.FileName, program.Arguments, run.Folder, TaskEnvironment.With(run.Environment, wanted.Variables));
        return _running[run.Id] = new RunningTask(ArnOf(run.Id, wanted), wanted, _time.GetUtcNow(), run.Errors, spec, run.Process);
    }

    /// <summary>The tasks of a cluster that run, in the order of their ARNs.</summary>
    public IReadOnlyList<RunningTask> Of(string cluster) =>
        [.. _running.Values.Where(task => task.Wanted.Cluster == cluster && !task.Process.Exited.IsCompleted).OrderBy(task => task.Arn, StringComparer.Ordinal)];

    /// <summary>One of them by its id or ARN; null if it does not run there.</summary>
    public RunningTask? Find(string cluster, string idOrArn) =>
        Of(cluster).FirstOrDefault(task => task.Arn == idOrArn || task.Arn.EndsWith($"/{idOrArn}", StringComparison.Ordinal));

    /// <summary>Waits for the task's end; if nobody waits any more it is ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(RunningTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.Process.Exited.WaitAsync(cancellationToken);
        }
        finally
        {
            await task.Process.DisposeAsync();
            var id = task.Arn[(task.Arn.LastIndexOf('/') + 1)..];
            _running.TryRemove(id, out _);
            Clear(Path.Combine(_work, id));
            if (_options.Programs.GetValueOrDefault(task.Wanted.Definition)?.Standby is not null)
            {
                _standby.Keep(task.Wanted.Definition);
            }
        }
    }

    /// <summary>What cannot be thrown away now is at the next start. It must not take the place of the exit code.</summary>
    private static void Clear(string folder) => _ = LeftFolder.Remove(folder);

    public async ValueTask DisposeAsync()
    {
        IsClosed = true;
        await Task.WhenAll(_running.Values.Select(task => task.Process.DisposeAsync().AsTask()).Prepend(_standby.DisposeAsync().AsTask()));
    }

    /// <summary>No task was its: nothing of it is kept.</summary>
    private async Task DiscardAsync(TaskProcess waiting)
    {
        await waiting.Process.DisposeAsync();
        Clear(waiting.Folder);
    }

    /// <param name="definition">The task definition's name.</param>
    /// <param name="program">That it names.</param>
    /// <param name="wanted">The task; null for a process that stands by.</param>
    private TaskProcess Launch(string definition, TaskProgram program, WantedTask? wanted)
    {
        var id = _ids.Secret();
        var log = new BoundedLog(Path.Combine(_logs, id + ".log"), capacity: 10 << 20) { Failed = _options.WriteFailed };
        var run = new TaskProcess(id, definition, Directory.CreateDirectory(Path.Combine(_work, id)).FullName, log)
        {
            Environment = TaskEnvironment.Of(_options.HostEnvironment, program), Wanted = wanted,
        };
        var environment = TaskEnvironment.With(run.Environment, wanted?.Variables ?? new Dictionary<string, string> { [program.Standby!.Variable] = "1" });
        try
        {
            run.Process = ChildProcess.Start(new ProcessSpec(program.FileName, program.Arguments, run.Folder, environment) { ReadsInput = wanted is null }, _ledger, line => Observe(run, line, program));
            return run;
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            throw new TaskFailedException("ECS.ServerException", $"The program of {definition} did not start: {e.Message}");
        }
    }

    private string ArnOf(string id, WantedTask wanted) => _options.Identity.EcsArn($"task/{wanted.Cluster}/{id}");

    private void Observe(TaskProcess run, OutputLine line, TaskProgram program)
    {
        if (run.Wanted is not { } wanted)
        {
            run.IsReady |= line.Text == program.Standby?.Ready;
            return;
        }

        run.Log.Write(line.Text);
        if (line.IsError)
        {
            run.Errors.Add(line.Text);
        }

        _options.TaskOutput?.Invoke(new TaskOutput(ArnOf(run.Id, wanted), run.Definition, wanted.Variables, line.Text));
    }
}
