using System.Text.Json.Nodes;
using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Tests.Runs;

/// <summary>Lights in the table, one beside each other.</summary>
internal sealed class LightStore(ITable table) : RunStore<Light>(table)
{
    /// <summary>Read at the time of writing, and written beside what was decided.</summary>
    public Func<Task<TableWrite?>>? Second { get; set; }

    public async Task<Light?> FindAsync(string id) => (await FindAsync(Of(id), CancellationToken.None))?.Value;

    public Task<Versioned<Light>?> ReadAsync(string id) => FindAsync(Of(id), CancellationToken.None);

    public Task<bool> AddAsync(Light light, params IReadOnlyList<RunEvent> events) =>
        GuardedWrite.TryAllAsync(Table, WritesOf(new RunChange<Light>(null, light) { Events = events }), CancellationToken.None);

    public Task<(Light Record, T Answer)> DecideAsync<T>(string id, Func<Light, Decision<Light, T>> decide) => DecideAsync(Of(id), decide, CancellationToken.None);

    public Task<(Light Record, T Answer)> DecideAsync<T>(string id, Func<Versioned<Light>, Task<Decision<Light, T>>> decide) =>
        DecideAsync(Of(id), (seen, _) => decide(seen), CancellationToken.None);

    public static Key Of(string id) => new($"LIGHT#{id}", "LIGHT");

    public static RunEvent Event(string what) => new("Light Switched", new JsonObject { ["what"] = what });

    protected override Key KeyOf(Light record) => Of(record.Id);

    protected override IEnumerable<SuiteEvent> Stamped(Light record, IReadOnlyList<RunEvent> events, long rev) => events.Select((happened, index) =>
        new SuiteEvent($"{record.Id}-{rev}-{index}", "sluice.suite", happened.DetailType, happened.Detail, DateTimeOffset.UnixEpoch, (rev * 10) + index, happened.Resources));

    protected override IEnumerable<GuardedWrite> Follows(Light? before, Light after) =>
        before?.Last == after.Last ? [] : [PutItem.Of(new Key($"LIGHT#{after.Id}", "LISTED"), after)];

    protected override async Task<Decision<Light, T>> CompletedAsync<T>(Light before, Decision<Light, T> decision, CancellationToken cancellationToken) =>
        Second is not null && await Second() is { } write ? decision with { Also = [.. decision.Also, write] } : decision;

    protected override Exception Missing(Key key) => new KeyNotFoundException(key.Pk);
}
