using System.Collections.Concurrent;
using System.ComponentModel;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Processes;
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

    public TaskHost(CloudOptions options, ProcessLedger ledger, TimeProvider time, IIds ids)
    {
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

        var id = _ids.Secret();
        var arn = _options.Identity.EcsArn($"task/{wanted.Cluster}/{id}");
        var folder = Directory.CreateDirectory(Path.Combine(_work, id)).FullName;
        var spec = new ProcessSpec(program.FileName, program.Arguments, folder, TaskEnvironment.Of(_options.HostEnvironment, program, wanted.Variables));
        var errors = new LastLines();
        var log = new BoundedLog(Path.Combine(_logs, id + ".log"), capacity: 10 << 20) { Failed = _options.WriteFailed };
        try
        {
            var process = ChildProcess.Start(spec, _ledger, line => Observe(line, log, errors, new TaskOutput(arn, definition, wanted.Variables, line.Text)));
            return _running[id] = new RunningTask(arn, wanted, _time.GetUtcNow(), errors, spec, process);
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            throw new TaskFailedException("ECS.ServerException", $"The program of {definition} did not start: {e.Message}");
        }
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
        }
    }

    /// <summary>What cannot be thrown away now is at the next start. It must not take the place of the exit code.</summary>
    private static void Clear(string folder) => _ = LeftFolder.Remove(folder);

    public async ValueTask DisposeAsync()
    {
        IsClosed = true;
        await Task.WhenAll(_running.Values.Select(task => task.Process.DisposeAsync().AsTask()));
    }

    private void Observe(OutputLine line, BoundedLog log, LastLines errors, TaskOutput output)
    {
        log.Write(line.Text);
        if (line.IsError)
        {
            errors.Add(line.Text);
        }

        _options.TaskOutput?.Invoke(output);
    }
}
