using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Hosting;
using Sluice.Local.Host.Functions;
using Sluice.Local.Host.Queues;
using Sluice.Local.Host.Templates;
using Sluice.Local.StateMachines.Time;
using Sluice.Platform.Ids;

namespace Sluice.Local.Tests.Host.Queues;

public sealed class QueueConsumerTests : IDisposable
{
    private static readonly TemplateQueue Queue = new("Work", TimeSpan.FromMinutes(3), MaxReceiveCount: 5, "Dead");
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-test").FullName;
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);

    public static TheoryData<Exception> Failures => [new InvalidOperationException("no"), new OperationCanceledException("a wait of the function's own")];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_message_whose_function_fails_comes_back_and_what_follows_is_handled(Exception failure)
    {
        TimeProvider clock = new EarlyTimers(_time);
        var calls = new List<double>();
        using var store = new QueueStore(Path.Combine(_folder, "queues.db"), clock);
        using var stop = new CancellationTokenSource();
        var consumer = Consumer(store, clock, _ =>
        {
            calls.Add((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
            return calls.Count == 1 ? throw failure : Task.CompletedTask;
        });

        _time.Run(async () =>
        {
            var running = consumer.RunAsync(stop.Token);
            store.Send("Work", "{}");
            consumer.Wake();
            await Task.Delay(TimeSpan.FromSeconds(60), _time);
            store.Send("Work", "{}");
            consumer.Wake();
            await Task.Delay(TimeSpan.FromSeconds(60), _time);
            running.IsCompleted.ShouldBeFalse();
        });

        calls.Select(second => Math.Round(second)).ShouldBe([0, 2, 60]);
        store.Receive(Queue with { Name = "Dead" }).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private QueueConsumer Consumer(QueueStore store, TimeProvider clock, Func<JsonObject, Task> handle)
    {
        var services = new ServiceCollection().AddSingleton(handle).BuildServiceProvider();
        var entryPoint = EntryPoints.Discover(typeof(EventFunction).Assembly).Single(entry => entry.Name == nameof(EventFunction.HandleEvent));
        return new QueueConsumer(
            Queue, new SuiteFunction("HandleEventFunction", entryPoint, services, new RandomIds(), clock), store, Quiet.Storage(clock), clock, NullLogger<QueueConsumer>.Instance);
    }
}
