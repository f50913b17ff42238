using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Tables.Sqlite;

public sealed class SqliteStreamTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteTable _table;

    public SqliteStreamTests() => _table = SqliteTable.InMemory(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _table.Dispose();

    [Fact]
    public async Task Only_new_items_are_in_the_stream_in_the_order_of_their_commits()
    {
        await PutAsync("1");
        await PutAsync("1");
        await _table.UpdateAsync(new UpdateItem(new Key("P", "2"), [Change.Set("a", 1)]), Token);
        await _table.UpdateAsync(new UpdateItem(new Key("P", "2"), [Change.Set("a", 2)]), Token);
        await _table.DeleteAsync(new DeleteItem(new Key("P", "1")), Token);
        await PutAsync("1");
        await Should.ThrowAsync<TransactionRefusedException>(() =>
            _table.TransactAsync([Put("3"), new CheckItem(new Key("P", "none"), Condition.Exists)], Token));
        await _table.TransactAsync([Put("4"), Put("5"), Put("1"), new DeleteItem(new Key("P", "2"))], Token);

        var records = await _table.ReadAsync(0, 100, Token);
        records.Select(r => r.Key.Sk).ShouldBe(["1", "2", "1", "4", "5"]);
        records.Select(r => r.Sequence).ShouldBe([1, 2, 3, 4, 5]);
        records[1].NewImage.ToJsonString().ShouldBe("""{"a":1}""");
        records[1].CreatedAt.ShouldBe(_time.GetUtcNow());
        (await _table.ReadAsync(2, 2, Token)).Select(r => r.Sequence).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Committed_is_raised_after_a_commit_that_made_items_and_the_reader_sees_them()
    {
        List<int> seen = [];
        _table.Committed += (_, _) => seen.Add(_table.ReadAsync(0, 100, Token).Result.Count);
        await PutAsync("1");
        await PutAsync("1");
        await Should.ThrowAsync<ConditionFailedException>(() => _table.PutAsync(Put("1", Condition.Absent), Token));
        await _table.TransactAsync([Put("2"), Put("3")], Token);
        seen.ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Records_are_kept_until_every_reader_has_passed_them()
    {
        (await _table.GetCheckpointAsync("pipe", Token)).ShouldBe(0);
        (await _table.GetCheckpointAsync("audit", Token)).ShouldBe(0);
        await PutAsync("1");
        await PutAsync("2");
        await _table.SaveCheckpointAsync("pipe", 2, Token);
        (await _table.ReadAsync(0, 10, Token)).Count.ShouldBe(2);
        await _table.SaveCheckpointAsync("audit", 1, Token);
        (await _table.ReadAsync(0, 10, Token)).ShouldHaveSingleItem().Sequence.ShouldBe(2);
        await _table.SaveCheckpointAsync("pipe", 1, Token);
        (await _table.GetCheckpointAsync("pipe", Token)).ShouldBe(2);
    }

    [Fact]
    public async Task A_sequence_number_is_never_used_again_even_when_all_records_are_gone()
    {
        await PutAsync("1");
        await _table.SaveCheckpointAsync("pipe", 1, Token);
        await PutAsync("2");
        (await _table.ReadAsync(1, 10, Token)).ShouldHaveSingleItem().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Positions_and_records_survive_a_restart()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.db");
        try
        {
            using (var first = SqliteTable.Open(file, _time))
            {
                await first.PutAsync(Put("1"), Token);
                await first.PutAsync(Put("2"), Token);
                await first.SaveCheckpointAsync("pipe", 1, Token);
            }

            using var second = SqliteTable.Open(file, _time);
            var position = await second.GetCheckpointAsync("pipe", Token);
            (await second.ReadAsync(position, 10, Token)).ShouldHaveSingleItem().Key.Sk.ShouldBe("2");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static PutItem Put(string sk, Condition? when = null) => new(new Key("P", sk), new JsonObject(), when);

    private Task<Item> PutAsync(string sk) => _table.PutAsync(Put(sk), Token);
}
