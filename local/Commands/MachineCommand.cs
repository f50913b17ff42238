using System.CommandLine;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Ids;

namespace Sluice.Local.Commands;

/// <summary>
/// <c>machine</c>: runs one execution of a state machine. Standard output gets its output and nothing else. Exit codes: 0 it succeeded; 1 it failed, was timed out or
/// was stopped (Ctrl-C: error <c>States.Aborted</c>), with <c>{"error", "cause"}</c> on standard output; 2 wrong usage, or a definition or input that is refused.
/// </summary>
public static class MachineCommand
{
    /// <summary>The error of an execution that the user stopped.</summary>
    public const string AbortedError = "States.Aborted";

    /// <summary>The command for the command line.</summary>
    public static Command Create(MachineServices services)
    {
        var file = new Argument<string>("FILE") { Description = "the machine's definition (.asl.json), or - for standard input" };
        var input = new Option<string?>("--input") { Description = "the execution's input as JSON, or - for standard input", HelpName = "JSON" };
        var data = new Option<string?>("--data") { Description = "where the suite keeps its state", HelpName = "DIR" }.Checks(given => CommonOptions.CheckFolder("--data", given));
        var fast = new Option<bool>("--fast") { Description = "let waits pass at once (virtual time)" };
        var history = new Option<bool>("--history") { Description = "write the execution's events to standard error" };
        var command = new Command("machine", "Run a state machine (Amazon States Language) once") { file, input, data, fast, history };
        command.SetAction((parsed, stop) => RunAsync(
            new MachineOptions(
                parsed.GetRequiredValue(file), parsed.GetValue(input), parsed.GetValue(data), parsed.GetValue(fast), parsed.GetValue(history)),
            new MachineConsole(Console.OpenStandardInput(), Console.Out, new HarmlessWriter(Console.Error))
            {
                View = parsed.GetValue(fast) || parsed.GetValue(history) ? null : ScreenFactory.OfErrors(TimeProvider.System),
            },
            services,
            stop));
        return command;
    }

    /// <summary>Runs the command; cancellation aborts the execution.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(MachineOptions options, MachineConsole console, MachineServices services, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(services);
        try
        {
            return options.Fast ? await RunFastAsync(options, console, services, stop) : await RunOnAsync(TimeProvider.System, options, console, services, stop);
        }
        catch (MachineFormatException error)
        {
            await console.Error.WriteLineAsync(error.Message);
        }
        catch (InvalidDefinitionException error)
        {
            await console.Error.WriteLineAsync(error.Message);
        }

        return 2;
    }

    private static Task<int> RunFastAsync(MachineOptions options, MachineConsole console, MachineServices services, CancellationToken stop)
    {
        var time = new VirtualTime(TimeProvider.System.GetUtcNow());
        return Task.FromResult(time.Run(() => RunOnAsync(time, options, console, services, stop)));
    }

    private static async Task<int> RunOnAsync(
        TimeProvider time, MachineOptions options, MachineConsole console, MachineServices make, CancellationToken stop)
    {
        var services = make(options);
        try
        {
            var (definition, input) = await MachineDocuments.ReadAsync(options, console.In, services);
            ITaskServices called = time is VirtualTime held ? new HoldingServices(services, held) : services;
            var engine = new ExecutionEngine(called, time, new InMemoryExecutionJournal());
            var result = await ExecuteAsync(engine, definition, input, options, console, stop);
            await console.Out.WriteLineAsync(result.Status == ExecutionStatus.Succeeded ? result.OutputJson : Failure(result));
            return result.Status == ExecutionStatus.Succeeded ? 0 : 1;
        }
        finally
        {
            await DisposeAsync(services);
        }
    }

    private static async Task<ExecutionResult> ExecuteAsync(
        ExecutionEngine engine, MachineDefinition definition, Data input, MachineOptions options, MachineConsole console, CancellationToken stop)
    {
        var printer = new HistoryPrinter(console.Error);
        if (options.History)
        {
            engine.StateEntered += entry => printer.Print(engine.Find(entry.ExecutionArn)!);
        }

        using var view = console.View is { } screen ? new MachineView(screen, Name(options), TimeProvider.System) : null;
        if (view is not null)
        {
            engine.StateEntered += view.Enter;
        }

        var execution = engine.Start(definition, Name(options), new RandomIds().Uuid(), input);
        ExecutionResult result;
        await using (stop.Register(() => Stop(engine, execution, console)))
        {
            result = await execution.Completion;
        }

        if (options.History)
        {
            printer.Print(execution);
        }

        return result;
    }

    private static void Stop(ExecutionEngine engine, Execution execution, MachineConsole console)
    {
        console.View?.Hide();
        console.Error.WriteLine("Stopping the execution; Ctrl-C again quits at once.");
        engine.Stop(execution.Arn, AbortedError, "The user stopped the execution.");
    }

    // The file's name as far as it may be a machine's.
    private static string Name(MachineOptions options)
    {
        var name = string.Concat(Path.GetFileName(options.File).Split('.')[0].Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(80));
        return name is "" or "-" ? "machine" : name;
    }

    private static string Failure(ExecutionResult result)
    {
        var told = new JsonObject { ["error"] = result.Error, ["cause"] = result.Cause };
        return Data.From(new JsonObject(told.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))).ToString();
    }

    private static async ValueTask DisposeAsync(ITaskServices services)
    {
        if (services is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            (services as IDisposable)?.Dispose();
        }
    }
}
