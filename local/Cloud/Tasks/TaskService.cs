using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Containers;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Cloud.Tasks.Sessions;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>ECS's single tasks on this machine, and the way into them, put together.</summary>
internal sealed class TaskService : IAsyncDisposable
{
    private readonly TaskHost _tasks;
    private readonly SessionSockets _sockets;

    public TaskService(CloudOptions options, ProcessLedger ledger, TimeProvider time, IIds ids, Unattended unattended)
    {
        var sessions = new TaskSessions(ids, time);
        _tasks = new TaskHost(options, ledger, time, ids, unattended);
        _sockets = new SessionSockets(sessions, ledger, ids, time);
        IServiceCall[] calls = [new ListTasks(_tasks), new DescribeTasks(_tasks, options.Identity), new ExecuteCommand(_tasks, sessions, options.Identity, options.SuiteUrl)];
        Calls =
        [
            new RunTask(_tasks, options.Identity, time, unattended), new LendMachine(),
            .. CloudModel.Of("ecs").Checking(calls, faults => EcsErrors.InvalidParameter(ModelRefusal.Text(faults))),
        ];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>Once, before any call.</summary>
    public void Start() => _tasks.CleanUp();

    /// <summary>Whoever sits at a terminal has to go.</summary>
    public void Stopping() => _sockets.Stop();

    /// <summary>Answers who comes to a session, until that ends.</summary>
    public Task AnswerAsync(HttpContext http) => _sockets.AnswerAsync(http);

    public async ValueTask DisposeAsync()
    {
        await _sockets.DisposeAsync();
        await _tasks.DisposeAsync();
    }
}
