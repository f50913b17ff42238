using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Files;
using Sluice.World;

namespace Sluice.Local.Tests.Cloud.Delivering;

public sealed class DeliveryLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-deliveries-").FullName;
    private readonly SteppedTime _time = new();
    private readonly Course _course = new();

    [Fact]
    public async Task What_fails_is_tried_again_after_each_pause_until_it_is_brought()
    {
        _course.Answers = [new DeliveryFailedException("X", "no"), new DeliveryFailedException("X", "no"), null];
        await using var line = Line();

        line.Store(One("a"))();
        (await _time.EndWaitAsync(TestContext.Current.CancellationToken)).ShouldBe(TimeSpan.FromSeconds(1));
        (await _time.EndWaitAsync(TestContext.Current.CancellationToken)).ShouldBe(TimeSpan.FromSeconds(2));
        await _course.EndedAsync(3);

        await GoneAsync();
        _course.Buried.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_too_often_goes_to_the_dead_letters_and_is_over()
    {
        _course.Answers = [.. Enumerable.Repeat(new DeliveryFailedException("X", "no"), 4)];
        await using var line = Line();

        line.Store(One("a"))();
        for (var i = 0; i < 3; i++)
        {
            await _time.EndWaitAsync(TestContext.Current.CancellationToken);
        }

        await _course.EndedAsync(4);
        await GoneAsync();
        _course.Buried.ShouldBe(["a after 4"]);
    }

    [Fact]
    public async Task What_another_try_cannot_help_is_not_tried_again()
    {
        _course.Answers = [new DeliveryFailedException("X", "gone", isFinal: true)];
        await using var line = Line();

        line.Store(One("a"))();
        await _course.EndedAsync(1);

        await GoneAsync();
        _course.Buried.ShouldBe(["a after 1"]);
    }

    [Fact]
    public async Task What_a_killed_process_had_stored_is_brought_by_the_next_with_its_failures_counted()
    {
        _course.Answers = [new DeliveryFailedException("X", "no")];
        var killed = Line();
        killed.Store(One("a"))();
        await _course.EndedAsync(1);
        await Task.WhenAny(FailuresAsync(), Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        killed.Store(One("never begun"));
        await killed.DisposeAsync();

        _course.Answers = [null, null];
        await using var next = Line();
        await _course.EndedAsync(3);

        await GoneAsync();
        _course.Brought.Order(StringComparer.Ordinal).ShouldBe(["a after 1", "never begun after 0"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Delivery One(string id) => new(id, "arn:origin", "arn:target", "body", DateTimeOffset.UnixEpoch);

    private DeliveryLine Line()
    {
        var line = new DeliveryLine("The test", new RecordStore<Delivery>(_folder, one => one.Id), _course, _time, NullLogger.Instance, Quiet.Unattended(TimeProvider.System));
        line.Start();
        return line;
    }

    private async Task FailuresAsync()
    {
        while (new RecordStore<Delivery>(_folder, one => one.Id).Find("a")?.Failures != 1)
        {
            await Task.Yield();
        }
    }

    private async Task GoneAsync()
    {
        while (Directory.GetFiles(_folder, "*.json").Length > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Course : IDeliveryCourse
    {
        private readonly Channel<int> _tried = Channel.CreateUnbounded<int>();
        private readonly Lock _gate = new();
        private int _taken;

        public IReadOnlyList<DeliveryFailedException?> Answers { get; set; } = [];

        public List<string> Brought { get; } = [];

        public List<string> Buried { get; } = [];

        public async Task EndedAsync(int tries)
        {
            for (; _taken < tries; _taken++)
            {
                await _tried.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
            }
        }

        public Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                var answer = Answers[0];
                Answers = [.. Answers.Skip(1)];
                _tried.Writer.TryWrite(0);
                if (answer is not null)
                {
                    throw answer;
                }

                Brought.Add($"{delivery.Id} after {delivery.Failures}");
                return Task.CompletedTask;
            }
        }

        public TimeSpan? Pause(Delivery delivery, TimeSpan age) => delivery.Failures > 3 ? null : TimeSpan.FromSeconds(delivery.Failures);

        public Task BuryAsync(Delivery delivery, DeliveryFailedException failure, CancellationToken cancellationToken)
        {
            Buried.Add($"{delivery.Id} after {delivery.Failures}");
            return Task.CompletedTask;
        }
    }
}
