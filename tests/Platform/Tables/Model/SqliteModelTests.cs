using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Tables.Model;

public sealed class SqliteModelTests
{
    private static readonly Gen<ModelStep> Step =
        from kind in Gen.Choose(0, 5)
        from key in Gen.Choose(0, 2)
        from attribute in Gen.Choose(0, 1)
        from value in Gen.Choose(0, 3)
        from guard in Gen.Choose(0, 7)
        select new ModelStep(kind, key, attribute, value, guard);

    /// <summary>One write alone or up to three in a transaction, each of another item.</summary>
    private static readonly Gen<ModelStep[]> Writes = Step.NonEmptyListOf().Select(steps => steps.Take(3).DistinctBy(s => s.Key).ToArray());

    [Fact]
    public void Whatever_is_written_the_table_holds_what_plain_dictionaries_would() =>
        Prop.ForAll(Writes.ListOf().ToArbitrary(), all => HoldsTheSame([.. all])).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool HoldsTheSame(IReadOnlyList<ModelStep[]> all)
    {
        using var table = SqliteTable.InMemory(new FakeTimeProvider());
        var model = new TableModel();
        foreach (var writes in all)
        {
            if (IsMade(table, writes) != model.TryWrite(writes))
            {
                return false;
            }
        }

        var items = table.QueryAsync(new Query("P")).Result.Items;
        return Text(items) == Text(model) && table.ReadAsync(0, 1000).Result.Count == model.Created;
    }

    private static bool IsMade(SqliteTable table, ModelStep[] writes)
    {
        var made = writes.Length == 1 && writes[0].ToWrite() is not CheckItem ? MakeAlone(table, writes[0].ToWrite()) : table.TransactAsync([.. writes.Select(w => w.ToWrite())]);
        return made.IsCompletedSuccessfully || (made.Exception!.InnerException is ConditionFailedException or TransactionRefusedException ? false : throw made.Exception);
    }

    private static Task MakeAlone(SqliteTable table, TableWrite write) => write switch
    {
        PutItem put => table.PutAsync(put),
        UpdateItem update => table.UpdateAsync(update),
        DeleteItem delete => table.DeleteAsync(delete),
        _ => throw new ArgumentException(write.ToString()),
    };

    private static string Text(IEnumerable<Item> items) =>
        string.Join('\n', items.Select(i => Line(i.Key.Sk, i.Rev, i.Attributes.Select(a => KeyValuePair.Create(a.Key, a.Value!.GetValue<int>())))));

    private static string Text(TableModel model) =>
        string.Join('\n', model.Items.OrderBy(i => i.Key).Select(i => Line($"{i.Key}", i.Value.Rev, i.Value.Attributes)));

    private static string Line(string key, long rev, IEnumerable<KeyValuePair<string, int>> attributes) =>
        $"{key} {rev} {string.Join(' ', attributes.OrderBy(a => a.Key).Select(a => $"{a.Key}={a.Value}"))}";
}
