using Sluice.Local.Host.Queues;
using Sluice.Local.Host.Templates;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Host.Queues;

public sealed class QueueStoreTests : IDisposable
{
    private static readonly TemplateQueue Queue = new("Work", TimeSpan.FromSeconds(30), MaxReceiveCount: 2, "Dead");
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-test").FullName;
    private readonly VirtualTime _time = new();
    private QueueStore _store;

    public QueueStoreTests() => _store = Open();

    [Fact]
    public void A_received_message_is_hidden_until_its_time_is_over()
    {
        _store.Send("Work", "one");
        _store.Receive(Queue).Single().Body.ShouldBe("one");
        _store.Receive(Queue).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(30));
        _store.Receive(Queue).Single().Tries.ShouldBe(2);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void A_message_is_hidden_for_as_long_wherever_the_clock_is_set(int moved)
    {
        _store.Send("Work", "one");
        _store.Receive(Queue).Count.ShouldBe(1);
        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        _time.Advance(TimeSpan.FromSeconds(29));
        _store.Receive(Queue).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(1));
        _store.Receive(Queue).Single().Tries.ShouldBe(2);
    }

    [Fact]
    public void A_message_that_was_hidden_by_a_process_with_another_clock_comes_back_at_the_next_start()
    {
        _store.Send("Work", "one");
        _store.Receive(Queue).Count.ShouldBe(1);
        _store.Dispose();
        _time.MoveWallClock(TimeSpan.FromHours(-1));
        _store = Open();
        _store.Receive(Queue).Single().Tries.ShouldBe(2);
    }

    [Fact]
    public void It_is_known_when_the_next_message_is_visible()
    {
        _store.UntilNext("Work").ShouldBeNull();
        _store.Send("Work", "one");
        _store.UntilNext("Work").ShouldBe(TimeSpan.Zero);
        _store.Receive(Queue).Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(29.5));
        _store.UntilNext("Work").ShouldBe(TimeSpan.FromSeconds(0.5));
        _store.UntilNext("Other").ShouldBeNull();
    }

    [Fact]
    public void A_deleted_message_does_not_come_back()
    {
        _store.Send("Work", "one");
        _store.Delete(_store.Receive(Queue).Single().Id);
        _time.Advance(TimeSpan.FromHours(1));
        _store.Receive(Queue).ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_was_tried_too_often_ends_among_the_dead_letters()
    {
        _store.Send("Work", "poison");
        for (var i = 0; i < 2; i++)
        {
            _store.Receive(Queue).Count.ShouldBe(1);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        _store.Receive(Queue).ShouldBeEmpty();
        _store.Receive(Queue with { Name = "Dead", DeadLetters = null }).Single().Body.ShouldBe("poison");
    }

    [Fact]
    public void Messages_outlive_the_process()
    {
        _store.Send("Work", "one");
        _store.Dispose();
        _store = Open();
        _store.Receive(Queue).Single().Body.ShouldBe("one");
    }

    [Fact]
    public void What_a_killed_process_had_received_comes_back_at_the_next_start_and_counts_as_tried()
    {
        _store.Send("Work", "one");
        _store.Receive(Queue).Count.ShouldBe(1);
        _store.Dispose();
        _store = Open();
        _store.Receive(Queue).Single().Tries.ShouldBe(2);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private QueueStore Open() => new(Path.Combine(_folder, "queues.db"), _time);
}
