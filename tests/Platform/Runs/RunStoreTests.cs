using Sluice.Platform.Runs;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private readonly LightStore _lights;

    public RunStoreTests() => _lights = new LightStore(_table);

    [Fact]
    public async Task What_is_decided_is_stored_with_its_events_and_what_follows_from_it()
    {
        await _lights.AddAsync(new Light("a", 0), LightStore.Event("made"));

        var (record, answer) = await _lights.DecideAsync("a", seen => Switch(seen, "on"));

        record.ShouldBe(new Light("a", 1, "on"));
        answer.ShouldBe("on");
        (await _lights.FindAsync("a")).ShouldBe(record);
        (await ReadAsync("LIGHT#a", "LISTED")).ShouldBe(record);
        (await EventsAsync("a-1-0")).ShouldBe("made");
        (await EventsAsync("a-2-0")).ShouldBe("on");
        (await EventsAsync("a-2-1")).ShouldBe("told twice");
    }

    [Fact]
    public async Task A_decision_that_leaves_the_record_as_it_is_writes_nothing_but_answers()
    {
        await _lights.AddAsync(new Light("a", 0));

        (await _lights.DecideAsync("a", seen => new Decision<Light, int>(seen, seen.Switched) { Events = [LightStore.Event("never")] })).Answer.ShouldBe(0);

        (await _lights.ReadAsync("a"))!.Rev.ShouldBe(1);
    }

    [Fact]
    public async Task Decides_again_on_what_another_wrote_meanwhile()
    {
        await _lights.AddAsync(new Light("a", 0));
        var tries = 0;

        await _lights.DecideAsync("a", async seen =>
        {
            if (tries++ < 3)
            {
                await _lights.DecideAsync("a", other => new Decision<Light, bool>(other with { Switched = other.Switched + 10 }, true));
            }

            return Switch(seen.Value, "on");
        });

        tries.ShouldBe(4);
        (await _lights.FindAsync("a"))!.Switched.ShouldBe(31);
    }

    [Fact]
    public async Task Gives_up_when_others_are_faster_again_and_again_and_has_done_nothing()
    {
        await _lights.AddAsync(new Light("a", 0));

        var error = await Should.ThrowAsync<ConcurrentModificationException>(() => _lights.DecideAsync("a", async seen =>
        {
            await _lights.DecideAsync("a", other => new Decision<Light, bool>(other with { Switched = other.Switched + 1 }, true));
            return Switch(seen.Value, "on");
        }));

        error.Message.ShouldContain("LIGHT#a");
        (await _lights.FindAsync("a")).ShouldBe(new Light("a", Contention.Tries));
    }

    [Fact]
    public async Task An_error_is_thrown_when_the_rest_is_stored()
    {
        await _lights.AddAsync(new Light("a", 0));

        await Should.ThrowAsync<StopRecordedException>(() => _lights.DecideAsync("a", seen => Switch(seen, "off") with { Throw = new StopRecordedException("no further") }));

        (await _lights.FindAsync("a"))!.Last.ShouldBe("off");
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_services_words() =>
        (await Should.ThrowAsync<KeyNotFoundException>(() => _lights.DecideAsync("b", seen => Switch(seen, "on")))).Message.ShouldContain("LIGHT#b");

    [Fact]
    public async Task Several_records_are_changed_together_or_not_at_all()
    {
        await _lights.AddAsync(new Light("a", 0));
        await _lights.AddAsync(new Light("b", 0));
        var other = await _lights.ReadAsync("b");
        var tries = 0;

        await _lights.DecideAsync("a", async seen =>
        {
            if (tries++ == 0)
            {
                await _lights.DecideAsync("b", now => Switch(now, "elsewhere"));
            }

            other = tries == 1 ? other : await _lights.ReadAsync("b");
            return Switch(seen.Value, "on") with
            {
                Beside = [new(other, other!.Value with { Switched = other.Value.Switched + 1 }) { Events = [LightStore.Event("too")] }, new(null, new Light("c", 0))],
            };
        });

        tries.ShouldBe(2);
        (await _lights.FindAsync("b")).ShouldBe(new Light("b", 2, "elsewhere"));
        (await _lights.FindAsync("c")).ShouldNotBeNull();
        (await EventsAsync("b-3-0")).ShouldBe("too");
    }

    [Fact]
    public async Task A_refused_write_that_has_a_meaning_is_that_error_and_is_not_tried_again()
    {
        await _lights.AddAsync(new Light("a", 0));
        var tries = 0;

        await Should.ThrowAsync<InvalidOperationException>(() => _lights.DecideAsync("a", seen =>
        {
            tries++;
            return Switch(seen, "on") with { Also = [new GuardedWrite(new CheckItem(new Key("no", "such"), Condition.Exists), new InvalidOperationException("there is none"))] };
        }));

        tries.ShouldBe(1);
        (await _lights.FindAsync("a"))!.Switched.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_read_at_the_time_of_writing_is_read_again_when_it_has_changed()
    {
        await _lights.AddAsync(new Light("a", 0));
        var key = new Key("group", "GROUP");
        var reads = 0;
        _lights.Second = async () =>
        {
            var rev = (await _table.GetAsync(key, TestContext.Current.CancellationToken))?.Rev;
            if (reads++ == 0)
            {
                await _table.PutAsync(PutItem.Of(key, new Light("group", 1)), TestContext.Current.CancellationToken);
            }

            return PutItem.Of(key, new Light("group", 2), rev is { } at ? Condition.Rev(at) : Condition.Absent);
        };

        await _lights.DecideAsync("a", seen => Switch(seen, "on"));

        reads.ShouldBe(2);
        (await _table.GetAsync(key, TestContext.Current.CancellationToken))!.Rev.ShouldBe(2);
    }

    public void Dispose() => _table.Dispose();

    private static Decision<Light, string> Switch(Light seen, string how) =>
        new(seen with { Switched = seen.Switched + 1, Last = how }, how) { Events = [LightStore.Event(how), LightStore.Event("told twice")] };

    private async Task<Light?> ReadAsync(string pk, string sk) => (await _table.GetAsync(new Key(pk, sk), TestContext.Current.CancellationToken))?.Read<Light>();

    private async Task<string?> EventsAsync(string id) => (await _table.GetAsync(new Key($"EVENT#{id}", "EVENT"), TestContext.Current.CancellationToken))?.Attributes["detail"]!["what"]!.GetValue<string>();
}
