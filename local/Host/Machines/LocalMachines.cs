using System.Text.Json.Nodes;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Events;
using Sluice.Local.Host.Templates;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.StateMachines;

namespace Sluice.Local.Host.Machines;

/// <summary>Step Functions on one machine: the template's machines on the engine, journaled in the data folder.</summary>
internal sealed class LocalMachines : IStateMachines, IAsyncDisposable
{
    /// <summary>As long as Step Functions keeps executions that have ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Dictionary<string, MachineDefinition> _definitions = new(StringComparer.Ordinal);
    private SqliteExecutionJournal? _journal;
    private ExecutionEngine? _engine;
    private volatile bool _closed;

    /// <summary>Told of each write that failed and is tried again.</summary>
    public Action<Exception> Unrecorded { get; init; } = static _ => { };

    /// <summary>Told of an execution, by its ARN, that only the next start goes on with, and why.</summary>
    public Action<string, Exception> Broken { get; init; } = static (_, _) => { };

    /// <summary>Loads the machines; the services that they call know this object, so it is made before them and opened after.</summary>
    public void Open(SuiteTemplate template, ITaskServices services, DataFolder data, TimeProvider time, LocalBus bus, TransitionCounter transitions)
    {
        foreach (var machine in template.Machines)
        {
            _definitions[machine.Name] = MachineDefinition.Parse(File.ReadAllText(machine.File), machine.Substitutions, services, Path.GetFileName(machine.File));
        }

        _journal = new SqliteExecutionJournal(data.At("executions.db"));
        _journal.Prune(time.GetUtcNow() - Kept);
        _engine = new ExecutionEngine(services, time, _journal)
        {
            StateEntered = entry => transitions.Count(entry.MachineName),
            StatusChanged = change => bus.Publish(TemplateRule.DefaultBus, StatusEvent.Of(change)),
            Unrecorded = Unrecorded,
            Broken = (arn, error) =>
            {
                // When the suite ends, its journal is closed, and what is under way is left to the next start.
                if (!_closed)
                {
                    Broken(arn, error);
                }
            },
        };
    }

    /// <summary>Goes on with the executions that an earlier process left.</summary>
    public Task ResumeAsync() => _engine!.ResumeAllAsync();

    public Task<bool> StartAsync(string machine, string executionName, JsonNode input, CancellationToken cancellationToken = default) =>
        Task.FromResult(_engine!.TryStart(_definitions[machine], machine, executionName, StateMachines.Values.Data.From(input), out _));

    public Task<bool> SucceedTaskAsync(string taskToken, JsonNode? output, CancellationToken cancellationToken = default) =>
        Task.FromResult(_engine!.SucceedTask(taskToken, output));

    public Task<bool> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken = default) =>
        Task.FromResult(_engine!.FailTask(taskToken, error, cause));

    public Task<bool> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken = default) => Task.FromResult(_engine!.HeartbeatTask(taskToken));

    public ValueTask DisposeAsync()
    {
        _closed = true;
        _journal?.Dispose();
        return ValueTask.CompletedTask;
    }
}
