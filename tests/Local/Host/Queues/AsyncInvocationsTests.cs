using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Hosting;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Queues;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Ids;

namespace Sluice.Local.Tests.Host.Queues;

public sealed class AsyncInvocationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-test").FullName;
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<(string Event, double Second)> _calls = [];

    [Fact]
    public void An_event_that_fails_is_tried_twice_more_and_then_given_up()
    {
        RunFor(TimeSpan.FromMinutes(5), _ => throw new InvalidOperationException("no"), invocations => invocations.Store(Event("one"))());

        _calls.ShouldBe([("one", 0), ("one", 1), ("one", 3)]);
    }

    [Fact]
    public void An_event_is_tried_again_also_where_timers_fire_a_moment_before_their_time()
    {
        RunFor(TimeSpan.FromMinutes(5), _ => throw new InvalidOperationException("no"), invocations => invocations.Store(Event("one"))(), new EarlyTimers(_time));

        _calls.Select(call => Math.Round(call.Second)).ShouldBe([0, 1, 3]);
    }

    [Fact]
    public void A_disk_that_takes_no_writes_is_no_try_of_the_function()
    {
        RunFor(
            TimeSpan.FromMinutes(5),
            _ => _calls.Count <= 5 ? throw new SqliteException("database or disk is full", 13) : Task.CompletedTask,
            invocations => invocations.Store(Event("one"))());

        _calls.Count.ShouldBe(6);
    }

    [Fact]
    public void An_event_is_over_when_a_try_succeeds()
    {
        RunFor(TimeSpan.FromMinutes(5), _ => _calls.Count == 1 ? throw new InvalidOperationException("no") : Task.CompletedTask, invocations => invocations.Store(Event("one"))());

        _calls.ShouldBe([("one", 0), ("one", 1)]);
    }

    [Fact]
    public void No_event_waits_for_the_one_before_it()
    {
        RunFor(TimeSpan.FromSeconds(5), _ => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromHours(1), _time), invocations =>
        {
            invocations.Store(Event("one"))();
            invocations.Store(Event("two"))();
        });

        _calls.ShouldBe([("one", 0), ("two", 0)]);
    }

    [Fact]
    public void An_event_that_a_killed_process_had_begun_is_handled_by_the_next()
    {
        RunFor(TimeSpan.FromSeconds(5), _ => new TaskCompletionSource().Task, invocations => invocations.Store(Event("one"))());
        RunFor(TimeSpan.FromSeconds(5), _ => Task.CompletedTask, _ => { });
        RunFor(TimeSpan.FromSeconds(5), _ => Task.CompletedTask, _ => { });

        _calls.ShouldBe([("one", 0), ("one", 5)]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Event(string id) => new() { ["id"] = id };

    /// <summary>One process, which is killed when the time is over.</summary>
    private void RunFor(TimeSpan time, Func<JsonObject, Task> handle, Action<AsyncInvocations> begin, TimeProvider? clock = null)
    {
        clock ??= _time;
        using var store = new QueueStore(Path.Combine(_folder, "queues.db"), clock);
        using var stop = new CancellationTokenSource();
        var services = new ServiceCollection().AddSingleton<Func<JsonObject, Task>>(happened => CallAsync(happened, handle)).BuildServiceProvider();
        var entryPoint = EntryPoints.Discover(typeof(EventFunction).Assembly).Single(entry => entry.Name == nameof(EventFunction.HandleEvent));
        var invocations = new AsyncInvocations(
            new SuiteFunction("HandleEventFunction", entryPoint, services, new RandomIds(), clock), store, Quiet.Storage(clock), clock, NullLogger<AsyncInvocations>.Instance);
        _time.Run(async () =>
        {
            _ = invocations.RunAsync(stop.Token);
            begin(invocations);
            await Task.Delay(time, _time);
        });
    }

    private Task CallAsync(JsonObject happened, Func<JsonObject, Task> handle)
    {
        _calls.Add(((string)happened["id"]!, (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds));
        return handle(happened);
    }
}
