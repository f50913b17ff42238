using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.StateMachines.Journaling;

public sealed class ResumeTests : IDisposable
{
    private const string Machine =
        """
        {"StartAt": "All", "States": {
          "All": {"Type": "Parallel", "Next": "Last", "Branches": [
            {"StartAt": "Pause", "States": {
              "Pause": {"Type": "Wait", "Seconds": 20, "Next": "Flaky"},
              "Flaky": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Parameters": {"attempt.$": "$$.State.RetryCount"},
                "Retry": [{"ErrorEquals": ["Flaked"], "IntervalSeconds": 10, "MaxAttempts": 3, "JitterStrategy": "FULL"}]}}},
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "End": true, "ItemProcessor": {"StartAt": "One", "States": {
                "One": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"item.$": "$"}, "Next": "Rest"},
                "Rest": {"Type": "Wait", "Seconds": 3, "End": true}}}}}},
            {"StartAt": "Token", "States": {
              "Token": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 60, "End": true,
                "Parameters": {"token.$": "$$.Task.Token"}}}},
            {"StartAt": "Late", "States": {
              "Late": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 40, "End": true,
                "Parameters": {"token.$": "$$.Task.Token"}, "Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.error", "Next": "Gone"}]},
              "Gone": {"Type": "Pass", "InputPath": "$.error", "End": true}}}]},
          "Last": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
        """;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"sluice-journal-{Guid.NewGuid():N}.db");
    private readonly List<IDisposable> opened = [];
    private readonly HashSet<string> tokens = [];
    private ExecutionEngine engine = null!;

    public void Dispose()
    {
        opened.ForEach(journal => journal.Dispose());
        foreach (var path in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Whenever_the_process_dies_the_execution_goes_on_exactly(bool onDisk, bool after)
    {
        var whole = Life(new InMemoryExecutionJournal(), int.MaxValue, after, onDisk: false);
        whole.Crashed.ShouldBeFalse();
        whole.Output.ShouldContain("\"Error\":\"States.Timeout\"");
        var crashes = 0;
        for (var write = 1; ; write++)
        {
            var life = Life(onDisk ? OpenFile() : new InMemoryExecutionJournal(), write, after, onDisk);
            life.Output.ShouldBe(whole.Output);
            life.Events.ShouldBe(whole.Events);
            life.Calls.ShouldBe(whole.Calls, $"calls after dying at write {write}");
            life.Duration.ShouldBe(whole.Duration);
            if (!life.Crashed)
            {
                break;
            }

            crashes++;
        }

        crashes.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void An_execution_that_has_ended_is_found_again_with_its_whole_history()
    {
        var journal = OpenFile();
        var bench = new Bench(journal);
        var execution = bench.Run(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """), """{"a":1}""");

        var found = new ExecutionEngine(bench.Services, bench.Time, OpenFile()).Find(execution.Arn)!;

        found.Status.ShouldBe(ExecutionStatus.Succeeded);
        found.Result!.OutputJson.ShouldBe("""{"a":1}""");
        found.History.Select(happened => happened.ToString()).ShouldBe(execution.History.Select(happened => happened.ToString()));
        journal.Open().ShouldBeEmpty();
    }

    [Fact]
    public void A_job_that_was_submitted_before_the_process_died_is_so_once()
    {
        var time = new VirtualTime();
        var before = new Bench(
            OpenFile(),
            new ScriptedServices().On("S", async (call, stop) =>
            {
                call.Submitted(1);
                await Task.Delay(TimeSpan.FromHours(1), time, stop);
                return null;
            }),
            time);
        before.Start(Bench.Task("arn:aws:states:::states:startExecution.sync"));
        time.Advance(TimeSpan.FromSeconds(1));
        var after = new Bench(
            OpenFile(),
            new ScriptedServices().On("S", call =>
            {
                call.Submitted(2);
                return "done";
            }));
        Execution? resumed = null;
        after.Time.Run(async () =>
        {
            resumed = (await after.Engine.ResumeAllAsync()).ShouldHaveSingleItem();
            await resumed.Completion;
        });

        resumed!.Result!.OutputJson.ShouldBe("\"done\"");
        var submitted = resumed.History.Where(happened => happened.Type == "TaskSubmitted").ShouldHaveSingleItem();
        ((string?)submitted.ToJson()["taskSubmittedEventDetails"]!["output"]).ShouldBe("1");
    }

    [Fact]
    public void A_name_stays_taken_after_a_restart()
    {
        var definition = MachineDefinition.Parse(Bench.One(""" "Type": "Succeed" """));
        var services = new ScriptedServices();
        new ExecutionEngine(services, TimeProvider.System, OpenFile()).Start(definition, "m", "n", new JsonObject());

        var again = new ExecutionEngine(services, TimeProvider.System, OpenFile());

        Should.Throw<ExecutionAlreadyExistsException>(() => again.Start(definition, "m", "n", new JsonObject()))
            .ExecutionArn.ShouldBe("arn:aws:states:us-east-1:123456789012:execution:m:n");
        again.Start(definition, "other", "n", new JsonObject()).Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void Executions_that_ended_long_ago_can_be_forgotten_and_open_ones_cannot()
    {
        var journal = OpenFile();
        var bench = new Bench(journal);
        bench.Run(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        var open = bench.Start(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        bench.Time.Advance(TimeSpan.FromSeconds(1));

        journal.Prune(bench.Time.GetUtcNow()).ShouldBe(1);

        bench.Engine.Find(open.Arn.Replace("run-2", "run-1", StringComparison.Ordinal)).ShouldBeNull();
        journal.Open().ShouldBe([open.Arn]);
        journal.Prune(bench.Time.GetUtcNow()).ShouldBe(0);
    }

    [Fact]
    public void A_journal_in_memory_forgets_the_same()
    {
        var journal = new InMemoryExecutionJournal();
        var bench = new Bench(journal);
        bench.Run(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        var open = bench.Start(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        bench.Time.Advance(TimeSpan.FromSeconds(1));

        journal.Prune(bench.Time.GetUtcNow()).ShouldBe(1);

        journal.Read(open.Arn.Replace("run-2", "run-1", StringComparison.Ordinal)).ShouldBeNull();
        journal.Open().ShouldBe([open.Arn]);
    }

    [Fact]
    public void An_execution_that_cannot_be_read_does_not_keep_the_others_from_going_on()
    {
        var store = new InMemoryExecutionJournal();
        var bench = new Bench(store);
        var first = bench.Start(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        var second = bench.Start(Bench.One(""" "Type": "Wait", "Seconds": 5, "End": true """));
        var next = new Bench(new UnreadableJournal(store, first.Arn));

        var error = Should.Throw<AggregateException>(() => next.Engine.ResumeAllAsync().GetAwaiter().GetResult());

        error.Message.ShouldContain($"The execution {first.Arn} cannot go on: torn");
        next.Engine.Find(second.Arn)!.Status.ShouldBe(ExecutionStatus.Running);
        next.Time.Advance(TimeSpan.FromSeconds(5));
        next.Engine.Find(second.Arn)!.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void The_end_is_told_again_if_the_process_died_before_it_was_noted()
    {
        var store = new InMemoryExecutionJournal();
        var bench = new Bench(new CrashingJournal(store, 2, after: false));
        bench.Time.Run(async () =>
        {
            var execution = bench.Start(Bench.One(""" "Type": "Succeed" """));
            await Should.ThrowAsync<IOException>(() => execution.Completion);
        });

        var told = new List<string>();
        var next = new Bench(store, time: bench.Time);
        next.Engine.StatusChanged += change => told.Add(change.StatusName);
        next.Time.Run(async () => (await next.Engine.ResumeAllAsync()).Count.ShouldBe(1));
        next.Time.Advance(TimeSpan.Zero);

        told.ShouldBe(["SUCCEEDED"]);
        store.Open().ShouldBeEmpty();
    }

    /// <summary>Runs the machine, and after a crash runs it on; what no crash may change comes back.</summary>
    private (bool Crashed, string Output, int Calls, IReadOnlyList<string> Events, TimeSpan Duration) Life(
        IExecutionJournal store, int lastWrite, bool after, bool onDisk)
    {
        tokens.Clear();
        var time = new VirtualTime();
        var services = Services(time);
        var crashing = new CrashingJournal(store, lastWrite, after);
        return time.Run(async () =>
        {
            engine = NewEngine(services, time, crashing);
            var execution = Begin(lastWrite);
            if (!crashing.Crashed)
            {
                await Task.WhenAny(execution!.Completion);
            }

            var firstCalls = crashing.AnswersKept;
            if (crashing.Crashed)
            {
                services.Calls.Clear();
                engine = NewEngine(services, time, onDisk ? OpenFile() : store);
                execution = (await engine.ResumeAllAsync()).SingleOrDefault() ?? (await Restarted(execution));
                tokens.ToList().ForEach(token => CompleteLater(token, time));
            }
            else
            {
                firstCalls = 0;
            }

            var result = await execution!.Completion;
            return (
                crashing.Crashed,
                $"{result.OutputJson} {result.Error} {result.Cause}",
                services.Calls.Count + firstCalls,
                Bench.Events(execution),
                execution.StopTime!.Value - execution.StartTime);
        });

        Execution? Begin(int write)
        {
            try
            {
                return engine.Start(MachineDefinition.Parse(Machine), "machine", $"run-{write}", Input());
            }
            catch (IOException)
            {
                return null;
            }
        }

        // The crash was before the execution was known, or after its end was noted.
        async Task<Execution> Restarted(Execution? known)
        {
            await Task.Yield();
            var name = $"run-{lastWrite}";
            return known is null ? engine.Start(MachineDefinition.Parse(Machine), "machine", name, Input()) : engine.Find(known.Arn)!;
        }
    }

    private static JsonObject Input() => new() { ["items"] = new JsonArray(1, 2, 3, 4) };

    // All secrets are the same, so that the same jitter makes the same times.
    private static ExecutionEngine NewEngine(ScriptedServices services, VirtualTime time, IExecutionJournal journal) =>
        new(services, time, journal, new FixedIds());

    private ScriptedServices Services(VirtualTime time) => new ScriptedServices()
        .On("Flaky", call => (int)call.Parameters!["attempt"]! < 2 ? throw new TaskFailedException("Flaked", "once more") : "solid")
        .On("One", async (call, _) =>
        {
            await Task.Yield();
            return (int)call.Parameters!["item"]! * 10;
        })
        .On("Token", call =>
        {
            var token = (string)call.Parameters!["token"]!;
            tokens.Add(token);
            tokens.Count.ShouldBe(1, "the token stays the same");
            CompleteLater(token, time);
            return null;
        })
        .On("Late", _ => null);

    private void CompleteLater(string token, VirtualTime time) => time.CreateTimer(
        _ =>
        {
            try
            {
                engine.SucceedTask(token, "by token");
            }
            catch (IOException)
            {
                // This life is over; the next one completes it.
            }
        },
        null,
        TimeSpan.FromSeconds(15) - (time.GetUtcNow() - new VirtualTime().GetUtcNow()) is { Ticks: > 0 } left ? left : TimeSpan.Zero,
        Timeout.InfiniteTimeSpan);

    private SqliteExecutionJournal OpenFile()
    {
        var journal = new SqliteExecutionJournal(file);
        opened.Add(journal);
        return journal;
    }
}
