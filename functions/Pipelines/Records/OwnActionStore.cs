using Sluice.Pipelines.Model;
using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Actions of Pipelines' own in the table.</summary>
internal sealed class OwnActionStore(ITable table) : RunStore<OwnAction>(table)
{
    private const string Prefix = "ACTION#";

    /// <summary>As long as the runs that they belong to.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);

    public async Task<OwnAction?> FindAsync(string id, CancellationToken cancellationToken) => (await FindAsync(KeyOf(id), cancellationToken))?.Value;

    /// <summary>Writes a new action, and the request to start its machine if it has one.</summary>
    /// <returns>False if it is there already, or somebody was faster with what is written beside it.</returns>
    public Task<bool> AddAsync(OwnAction action, IReadOnlyList<GuardedWrite> also, CancellationToken cancellationToken) =>
        GuardedWrite.TryAllAsync(Table, WritesOf(new RunChange<OwnAction>(null, action) { Also = [.. Starts(action), .. also] }), cancellationToken);

    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Task<(OwnAction Record, T Answer)> DecideAsync<T>(string id, Func<OwnAction, Decision<OwnAction, T>> decide, CancellationToken cancellationToken) => DecideAsync(KeyOf(id), decide, cancellationToken);

    protected override Key KeyOf(OwnAction record) => KeyOf(record.Id);

    protected override DateTimeOffset? ExpiryOf(OwnAction record) => record.EndedAt + Kept;

    protected override IEnumerable<SuiteEvent> Stamped(OwnAction record, IReadOnlyList<RunEvent> events, long rev) => [];

    protected override Exception Missing(Key key) => new KeyNotFoundException($"There is no action '{key.Pk[Prefix.Length..]}'.");

    protected override string What(Key key) => $"The action '{key.Pk[Prefix.Length..]}'";

    private static Key KeyOf(string id) => new(Prefix + id, "ACTION");

    private static IEnumerable<GuardedWrite> Starts(OwnAction action) => action.Progress.Machine() is { } machine
        ? [Outbox.Start(machine, $"{action.Id}-1", ActionMachine.InputOf(action.Id), action.StartedAt)]
        : [];
}
