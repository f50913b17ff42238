using System.Runtime.CompilerServices;
using System.Text;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Logs;

/// <summary>
/// Groups and streams, in the table: they are few and change seldom, and a deletion must hold at once. Their events are many and are in files, from which all that changes with each event
/// (sizes, the first and the last time) is told.
/// </summary>
internal sealed class LogCatalog(ITable table, TimeProvider time, IIds ids)
{
    private const string Groups = "LOGGROUP";
    private const string Gone = "LOGGONE";

    // What the table takes as a key; CloudWatch's 512 characters may have more bytes.
    private const int LongestStreamName = 1024;

    public async Task<LogGroup?> FindAsync(string group, CancellationToken cancellationToken = default) => (await table.FindAsync<LogGroup>(KeyOf(group), cancellationToken))?.Value;

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<LogGroup> GetAsync(string group, CancellationToken cancellationToken = default) => await FindAsync(group, cancellationToken) ?? throw LogsErrors.NoGroup();

    public async Task<LogStream?> FindAsync(LogGroup group, string stream, CancellationToken cancellationToken = default) =>
        IsName(stream) ? (await table.FindAsync<LogStream>(KeyOf(group, stream), cancellationToken))?.Value : null;

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<LogStream> GetAsync(LogGroup group, string stream, CancellationToken cancellationToken = default) =>
        await FindAsync(group, stream, cancellationToken) ?? throw LogsErrors.NoStream();

    /// <exception cref="TaskFailedException">It is there already.</exception>
    public async Task<LogGroup> CreateAsync(string name, Func<LogGroup, LogGroup> more, CancellationToken cancellationToken = default)
    {
        var group = more(new LogGroup(NewId(), name, Now));
        return await GuardedWrite.TryAllAsync(table, [new(PutItem.Of(KeyOf(name), group, Condition.Absent), LogsErrors.GroupExists())], cancellationToken) ? group : throw LogsErrors.GroupExists();
    }

    /// <exception cref="TaskFailedException">It is there already, the group is not there any more, or the name is too long.</exception>
    public async Task<LogStream> CreateAsync(LogGroup group, string name, CancellationToken cancellationToken = default)
    {
        if (!IsName(name))
        {
            throw LogsErrors.InvalidParameter($"A log stream's name has at most {LongestStreamName} bytes of UTF-8 on this machine.");
        }

        var stream = new LogStream(NewId(), name, Now);
        IReadOnlyList<GuardedWrite> writes =
        [
            new(new CheckItem(KeyOf(group.Name), Condition.Equal("id", group.Id)), LogsErrors.NoGroup()),
            new(PutItem.Of(KeyOf(group, name), stream, Condition.Absent), LogsErrors.StreamExists()),
        ];
        return await GuardedWrite.TryAllAsync(table, writes, cancellationToken) ? stream : throw LogsErrors.NoGroup();
    }

    /// <exception cref="TaskFailedException">There is none, or what the change throws.</exception>
    public Task<LogGroup> ChangeAsync(string name, Func<LogGroup, LogGroup> change, CancellationToken cancellationToken = default) => Contention.DecideAsync(
        $"The log group '{name}'",
        async () =>
        {
            var before = await table.FindAsync<LogGroup>(KeyOf(name), cancellationToken) ?? throw LogsErrors.NoGroup();
            var after = change(before.Value);
            return await table.TryTransactAsync([PutItem.Of(KeyOf(name), after, Condition.Rev(before.Rev))], cancellationToken) ? after : null;
        });

    /// <summary>From now on there is no such group. What was in it is still to be removed, which is remembered.</summary>
    /// <exception cref="TaskFailedException">There is none, or it is protected.</exception>
    public Task<LogGroup> DeleteAsync(string name, CancellationToken cancellationToken = default) => Contention.DecideAsync(
        $"The log group '{name}'",
        async () =>
        {
            var before = await table.FindAsync<LogGroup>(KeyOf(name), cancellationToken) ?? throw LogsErrors.NoGroup();
            if (before.Value.DeletionProtected)
            {
                throw LogsErrors.Protected(name);
            }

            TableWrite[] writes = [new DeleteItem(KeyOf(name), Condition.Rev(before.Rev)), PutItem.Of(new Key(Gone, before.Value.Id), before.Value)];
            return await table.TryTransactAsync(writes, cancellationToken) ? before.Value : null;
        });

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<LogStream> DeleteAsync(LogGroup group, string name, CancellationToken cancellationToken = default)
    {
        var stream = await GetAsync(group, name, cancellationToken);
        IReadOnlyList<GuardedWrite> writes = [new(new DeleteItem(KeyOf(group, name), Condition.Equal("id", stream.Id)), LogsErrors.NoStream())];
        return await GuardedWrite.TryAllAsync(table, writes, cancellationToken) ? stream : throw LogsErrors.NoStream();
    }

    /// <summary>The groups that are deleted and in which something may be left.</summary>
    public IAsyncEnumerable<LogGroup> DeletedAsync(CancellationToken cancellationToken = default) => AllAsync<LogGroup>(new Query(Gone), cancellationToken);

    /// <summary>Forgets a deleted group's streams, and that it was.</summary>
    public async Task ForgetAsync(LogGroup deleted, CancellationToken cancellationToken = default)
    {
        await foreach (var stream in StreamsAsync(deleted, "", cancellationToken))
        {
            await table.DeleteAsync(new DeleteItem(KeyOf(deleted, stream.Name)), cancellationToken);
        }

        await table.DeleteAsync(new DeleteItem(new Key(Gone, deleted.Id)), cancellationToken);
    }

    /// <summary>The groups whose names begin so, in their order.</summary>
    public IAsyncEnumerable<LogGroup> GroupsAsync(string prefix = "", CancellationToken cancellationToken = default) => AllAsync<LogGroup>(new Query(Groups, prefix), cancellationToken);

    /// <summary>The streams whose names begin so, in their order.</summary>
    public IAsyncEnumerable<LogStream> StreamsAsync(LogGroup group, string prefix = "", CancellationToken cancellationToken = default) => AllAsync<LogStream>(StreamQuery(group, prefix), cancellationToken);

    /// <summary>For a page of the streams whose names begin so.</summary>
    public static Query StreamQuery(LogGroup group, string prefix) => new(PartitionOf(group), prefix);

    private async IAsyncEnumerable<T> AllAsync<T>(Query query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(query, cancellationToken))
        {
            yield return item.Read<T>();
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private string NewId() => ids.Uuid().Replace("-", "", StringComparison.Ordinal);

    private static bool IsName(string stream) => Encoding.UTF8.GetByteCount(stream) is > 0 and <= LongestStreamName;

    private static Key KeyOf(string group) => new(Groups, group);

    private static string PartitionOf(LogGroup group) => $"LOGSTREAM/{group.Id}";

    private static Key KeyOf(LogGroup group, string stream) => new(PartitionOf(group), stream);
}
