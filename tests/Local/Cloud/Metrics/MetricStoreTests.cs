using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Cloud.Metrics;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricKey Key = MetricKey.Of("Shop", "Sold", KeyValuePair.Create("Region", "north"), KeyValuePair.Create("Kind", "book"));
    private readonly VirtualTime _time = new(Noon);
    private readonly MetricStore _store;

    public MetricStoreTests() => _store = new MetricStore(_time);

    [Fact]
    public void Values_are_added_up_by_second_in_whatever_order_they_come()
    {
        _store.Record(Key, StatisticSet.Of(3), Noon.AddSeconds(-2));
        _store.Record(Key, StatisticSet.Of(1), Noon.AddSeconds(-4));
        _store.Record(Key, StatisticSet.Of(8), Noon.AddSeconds(-2));

        var all = _store.Read(Key, Noon.AddSeconds(-4), Noon)!.Value;

        all.ShouldBe(new StatisticSet(3, 12, 1, 8));
        all.Average.ShouldBe(4);
        _store.Read(Key, Noon.AddSeconds(-4), Noon.AddSeconds(-2)).ShouldBe(StatisticSet.Of(1));
        _store.Read(Key, Noon, Noon.AddSeconds(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    [InlineData(24 * 3600)]
    public void What_was_counted_so_many_seconds_ago_was_so_many_seconds_ago_when_the_clock_has_been_set(int moved)
    {
        _store.Record(Key, StatisticSet.Of(7));
        _time.Advance(TimeSpan.FromSeconds(30));

        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        _store.Record(Key, StatisticSet.Of(1));

        var now = _time.GetUtcNow();
        _store.Read(Key, now.AddSeconds(-30), now.AddSeconds(-29)).ShouldBe(StatisticSet.Of(7));
        _store.Read(Key, now, now.AddSeconds(1)).ShouldBe(StatisticSet.Of(1));
        _store.Read(Key, now.AddSeconds(1), now.AddDays(2)).ShouldBeNull();
    }

    [Fact]
    public void Dimensions_are_a_set_and_all_of_them_count()
    {
        _store.Record(Key, StatisticSet.Of(1));

        Read(MetricKey.Of("Shop", "Sold", KeyValuePair.Create("Kind", "book"), KeyValuePair.Create("Region", "north"))).ShouldNotBeNull();
        Read(MetricKey.Of("Shop", "Sold", KeyValuePair.Create("Kind", "book"))).ShouldBeNull();
        Read(MetricKey.Of("Shop", "Lost", KeyValuePair.Create("Kind", "book"), KeyValuePair.Create("Region", "north"))).ShouldBeNull();
    }

    [Fact]
    public void Old_values_are_let_go_and_older_ones_not_taken()
    {
        _store.Record(Key, StatisticSet.Of(1), Noon.AddHours(-1));
        for (var second = 0; second < 5000; second++)
        {
            _store.Record(Key, StatisticSet.Of(1));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _store.Read(Key, Noon.AddHours(-2), Noon).ShouldBeNull();
        _store.Read(Key, _time.GetUtcNow() - MetricStore.Kept, _time.GetUtcNow())!.Value.Sum.ShouldBe(900);
        _store.Read(Key, Noon.AddHours(-2), _time.GetUtcNow())!.Value.Sum.ShouldBeLessThan(1500);
    }

    private StatisticSet? Read(MetricKey key) => _store.Read(key, Noon.AddSeconds(-1), Noon.AddSeconds(1));
}
