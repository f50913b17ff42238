using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;
using Sluice.Platform.Ids;

namespace Sluice.Local.StateMachines;

/// <summary>
/// Runs state machines as AWS Step Functions' standard workflows do. Calls and observers run on the clock's own dispatcher, if it is one (<see cref="VirtualTime"/>), else on the thread pool; an execution
/// does one thing at a time.
/// </summary>
public sealed class ExecutionEngine
{
    private readonly ConcurrentDictionary<string, ExecutionDriver> running = new();
    private readonly ConditionalWeakTable<MachineDefinition, object> servable = [];
    private readonly DriverPorts ports;
    private readonly IIds ids;

    /// <summary>An engine with chance from the operating system.</summary>
    public ExecutionEngine(ITaskServices services, TimeProvider time, IExecutionJournal journal)
        : this(services, time, journal, new RandomIds())
    {
    }

    /// <summary>An engine whose task tokens, UUIDs and other chance follow from the secrets that these ids give.</summary>
    public ExecutionEngine(ITaskServices services, TimeProvider time, IExecutionJournal journal, IIds ids)
    {
        this.ids = ids;
        ports = new DriverPorts(
            services, time, journal, IDispatcher.Of(time), () => StatusChanged, () => StateEntered, arn => running.TryRemove(arn, out _),
            failure => Unrecorded?.Invoke(failure), (arn, failure) => Broken?.Invoke(arn, failure));
    }

    /// <summary>Told of each execution's start and end; add to it with <c>+=</c>. A handler that throws breaks the execution, unless it is the disk that fails: then it is called again.</summary>
    public Action<ExecutionStatusChange>? StatusChanged { get; set; }

    /// <summary>Told of each state that an execution enters; add to it with <c>+=</c>. A handler that throws breaks the execution.</summary>
    public Action<StateEntry>? StateEntered { get; set; }

    /// <summary>Told of each write of the journal, and each handler, that failed because of the disk. It is tried again until it succeeds, and its execution waits.</summary>
    public Action<Exception>? Unrecorded { get; set; }

    /// <summary>Told of an execution, by its ARN, that cannot go on in this process, and why. The next one takes it up from the journal.</summary>
    public Action<string, Exception>? Broken { get; set; }

    /// <summary>Starts an execution.</summary>
    /// <exception cref="ExecutionAlreadyExistsException">There is or was one of this name.</exception>
    /// <exception cref="ArgumentException">A name is not one that AWS takes, or the input is too large.</exception>
    /// <exception cref="InvalidDefinitionException">The machine calls something that the services do not serve.</exception>
    public Execution Start(MachineDefinition definition, string machineName, string executionName, JsonNode? input) =>
        Start(definition, machineName, executionName, Data.From(input));

    /// <summary>Starts an execution.</summary>
    /// <exception cref="ExecutionAlreadyExistsException">There is or was one of this name.</exception>
    /// <exception cref="ArgumentException">A name is not one that AWS takes, or the input is too large.</exception>
    /// <exception cref="InvalidDefinitionException">The machine calls something that the services do not serve.</exception>
    public Execution Start(MachineDefinition definition, string machineName, string executionName, Data input) =>
        TryStart(definition, machineName, executionName, input, out var execution)
            ? execution
            : throw new ExecutionAlreadyExistsException(Arns.Execution(machineName, executionName));

    /// <summary>Starts an execution, if there is and was none of this name.</summary>
    /// <exception cref="ArgumentException">A name is not one that AWS takes, or the input is too large.</exception>
    /// <exception cref="InvalidDefinitionException">The machine calls something that the services do not serve.</exception>
    public bool TryStart(
        MachineDefinition definition, string machineName, string executionName, Data input, [NotNullWhen(true)] out Execution? execution)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ExecutionName.Check(machineName);
        ExecutionName.Check(executionName);
        CheckSize(input);
        Check(definition);
        execution = null;
        var start = new ExecutionStart(
            Arns.Execution(machineName, executionName), machineName, executionName, definition, input, ports.Time.GetUtcNow(), ids.Secret());
        if (!ports.Journal.TryBegin(start))
        {
            return false;
        }

        var driver = new ExecutionDriver(start, ports);
        running[start.Arn] = driver;
        driver.Begin();
        execution = new Execution(driver);
        return true;
    }

    /// <summary>Completes the task that waits with this token. It is durable when this returns.</summary>
    /// <returns>False if nobody waits with it (any more).</returns>
    public bool SucceedTask(string token, JsonNode? output) => Answer(token, JournalEntryKind.TaskSucceeded, Data.From(output), null, null);

    /// <summary>Fails the task that waits with this token; error and cause can be left out. It is durable when this returns.</summary>
    /// <returns>False if nobody waits with it (any more).</returns>
    public bool FailTask(string token, string? error, string? cause) => Answer(token, JournalEntryKind.TaskFailed, null, error, cause);

    /// <summary>Says that the task that waits with this token is still being worked on.</summary>
    /// <returns>False if nobody waits with it (any more).</returns>
    public bool HeartbeatTask(string token) => Answer(token, JournalEntryKind.TaskHeartbeat, null, null, null);

    /// <summary>Aborts an execution; error and cause can be left out.</summary>
    /// <returns>False if no such execution runs.</returns>
    public bool Stop(string executionArn, string? error, string? cause) =>
        running.TryGetValue(executionArn, out var driver) && driver.TryAccept(JournalEntryKind.Stopped, 0, null, error, cause);

    /// <summary>Goes on with every execution that the journal holds open and this engine does not run. Call it once, before anything is started.</summary>
    /// <returns>The executions that go on.</returns>
    /// <exception cref="AggregateException">Some could not be read from the journal; all others go on.</exception>
    public Task<IReadOnlyList<Execution>> ResumeAllAsync()
    {
        // All are taken up before any goes on: what one does may answer another.
        var resumed = new List<ExecutionDriver>();
        var failures = new List<Exception>();
        foreach (var arn in ports.Journal.Open().Where(arn => !running.ContainsKey(arn)))
        {
            try
            {
                resumed.Add(Resume(arn));
            }
            catch (Exception error)
            {
                failures.Add(new InvalidOperationException($"The execution {arn} cannot go on: {error.Message}", error));
            }
        }

        resumed.ForEach(driver => driver.GoOn());
        return failures.Count == 0
            ? Task.FromResult<IReadOnlyList<Execution>>([.. resumed.Select(driver => new Execution(driver))])
            : Task.FromException<IReadOnlyList<Execution>>(new AggregateException(failures));
    }

    /// <summary>An execution that runs, or one that has ended, as its journal tells it; null if there is none.</summary>
    public Execution? Find(string executionArn)
    {
        if (running.TryGetValue(executionArn, out var driver))
        {
            return new Execution(driver);
        }

        if (ports.Journal.Read(executionArn) is not { } journaled)
        {
            return null;
        }

        driver = new ExecutionDriver(journaled.Start, ports);
        driver.Replay(journaled.Entries, goOn: false);
        return new Execution(driver);
    }

    private ExecutionDriver Resume(string arn)
    {
        var journaled = ports.Journal.Read(arn) ?? throw new InvalidOperationException("it is not in the journal.");
        var driver = new ExecutionDriver(journaled.Start, ports);
        running[arn] = driver;
        driver.Replay(journaled.Entries, goOn: true);
        return driver;
    }

    private bool Answer(string token, JournalEntryKind kind, Data? output, string? error, string? cause) =>
        Tokens.TryRead(token, out var arn, out var handle)
        && running.TryGetValue(arn, out var driver)
        && driver.IsToken(token, handle)
        && driver.TryAccept(kind, handle, output, error, cause);

    private static void CheckSize(Data input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Size > Limits.PayloadBytes || input.Depth > Limits.PayloadDepth)
        {
            throw new ArgumentException($"The input has {input.Size} bytes and is nested {input.Depth} deep; {Limits.PayloadBytes} bytes and {Limits.PayloadDepth} are the most.");
        }
    }

    private void Check(MachineDefinition definition)
    {
        if (servable.TryGetValue(definition, out _))
        {
            return;
        }

        var faults = definition.Resources
            .Where(resource => !ports.Services.Serves(resource.Key))
            .Select(resource => new Fault("definition", 0, resource.Value, $"nothing here serves '{resource.Key}'."))
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidDefinitionException(faults);
        }

        servable.AddOrUpdate(definition, ports);
    }
}
