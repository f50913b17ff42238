using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Tables.Sqlite;

public sealed class SqliteTableTests : TableContract, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteTable _table;

    public SqliteTableTests() => _table = SqliteTable.InMemory(_time);

    public void Dispose() => _table.Dispose();

    // The next two are DynamoDB's rules too, but its stand-in does not keep them.
    [Fact]
    public async Task A_comparison_with_another_type_is_false()
    {
        await _table.PutAsync(Put(One, """{"s":"b"}"""), Token);
        await Should.ThrowAsync<ConditionFailedException>(() => _table.DeleteAsync(new DeleteItem(One, Condition.Less("s", 1)), Token));
    }

    [Fact]
    public async Task An_update_that_cannot_be_made_raises_no_revision()
    {
        await _table.PutAsync(Put(One, """{"s":"b"}"""), Token);
        await Should.ThrowAsync<InvalidOperationException>(() => _table.UpdateAsync(new UpdateItem(One, [Change.Set("a", 1), Change.Add("s", 1)]), Token));
        (await _table.GetAsync(One, Token))!.Rev.ShouldBe(1);
    }

    [Fact]
    public void Calls_are_complete_when_they_return()
    {
        _table.PutAsync(Put(One), Token).IsCompletedSuccessfully.ShouldBeTrue();
        _table.TransactAsync([new CheckItem(One, Condition.Exists)], Token).IsCompletedSuccessfully.ShouldBeTrue();
        _table.QueryAsync(new Query(One.Pk), Token).IsCompletedSuccessfully.ShouldBeTrue();
        _table.PutAsync(Put(One, when: Condition.Absent), Token).IsFaulted.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_and_the_broom_takes_what_expired()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.db");
        try
        {
            using (var first = SqliteTable.Open(file, _time))
            {
                await first.PutAsync(Put(One, """{"a":1}"""), Token);
                await first.PutAsync(Put(Two) with { ExpiresAt = _time.GetUtcNow().AddSeconds(10) }, Token);
            }

            _time.Advance(TimeSpan.FromSeconds(10));
            using var second = SqliteTable.Open(file, _time);
            (await second.GetAsync(One, Token))!.Attributes["a"]!.GetValue<int>().ShouldBe(1);
            (await second.GetAsync(Two, Token)).ShouldBeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_of_a_newer_release_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.db");
        try
        {
            using (var session = new SqliteSession(file))
            {
                session.Execute("PRAGMA user_version = 2");
            }

            Should.Throw<InvalidDataException>(() => SqliteTable.Open(file, _time)).Message.ShouldContain("format 2");
        }
        finally
        {
            File.Delete(file);
        }
    }

    protected override Task<ITable> TableAsync() => Task.FromResult<ITable>(_table);
}
