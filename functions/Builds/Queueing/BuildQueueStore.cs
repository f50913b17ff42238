using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Builds.Queueing;

/// <summary>The queue in the table: one item that is always written whole and at the revision that was read, and an item for each build that waits.</summary>
internal sealed class BuildQueueStore(ITable table)
{
    private const int MostTries = 50;
    private static readonly Key _key = new("BUILDQUEUE", "QUEUE");

    public async Task<Versioned<BuildQueue>> GetAsync(CancellationToken cancellationToken) =>
        await table.FindAsync<BuildQueue>(_key, cancellationToken) ?? new Versioned<BuildQueue>(BuildQueue.Empty, 0);

    /// <summary>The writes by which a build takes its place.</summary>
    public static IReadOnlyList<GuardedWrite> Enter(Versioned<BuildQueue> before, BuildQueue after, BuildLine line, string buildId) =>
        [Write(before, after), new PutItem(Place(line.Name(), after.LastTicket), new JsonObject { ["buildId"] = buildId }, Condition.Absent)];

    /// <summary>Writes what was decided.</summary>
    public static GuardedWrite Write(Versioned<BuildQueue> before, BuildQueue after) => PutItem.Of(_key, after, before.Rev == 0 ? Condition.Absent : Condition.Rev(before.Rev));

    /// <summary>Lets in as many as may run.</summary>
    /// <returns>The queue as it is then.</returns>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    public async Task<BuildQueue> AdmitAsync(int atOnce, CancellationToken cancellationToken)
    {
        for (var admitted = await TryAdmitAsync(atOnce, cancellationToken); ; admitted = await TryAdmitAsync(atOnce, cancellationToken))
        {
            if (admitted.Next(atOnce) is null)
            {
                return admitted;
            }
        }
    }

    /// <summary>Takes out a build that has ended, whether its turn had come or not.</summary>
    public Task<BuildQueue> LeaveAsync(string line, string buildId, long? ticket, CancellationToken cancellationToken) => ChangeAsync(
        async seen =>
        {
            var waits = ticket is { } place && await table.GetAsync(Place(line, place), cancellationToken) is not null;
            return waits
                ? (seen.Leave(line), [new DeleteItem(Place(line, ticket!.Value), Condition.Exists)])
                : (seen.End(buildId), []);
        },
        cancellationToken);

    /// <summary>Notes whether a build's machine knows that it is its turn.</summary>
    public Task<BuildQueue> TellAsync(string buildId, CancellationToken cancellationToken) =>
        ChangeAsync(seen => Task.FromResult<(BuildQueue, IReadOnlyList<GuardedWrite>)>((seen.Tell(buildId), [])), cancellationToken);

    private Task<BuildQueue> TryAdmitAsync(int atOnce, CancellationToken cancellationToken) => ChangeAsync(
        async seen =>
        {
            if (seen.Next(atOnce) is not { } line)
            {
                return (seen, []);
            }

            var first = await table.QueryAsync(new Query(PartitionOf(line)) { Limit = 1 }, cancellationToken);
            return first.Items is [var waiting]
                ? (seen.Admit(line, waiting.Attributes["buildId"]!.GetValue<string>()), [new DeleteItem(waiting.Key, Condition.Exists)])
                : (seen.Forget(line), []);
        },
        cancellationToken);

    private Task<BuildQueue> ChangeAsync(Func<BuildQueue, Task<(BuildQueue After, IReadOnlyList<GuardedWrite> Also)>> decide, CancellationToken cancellationToken) => Contention.DecideAsync(
        "The queue of builds",
        async () =>
        {
            var before = await GetAsync(cancellationToken);
            var (after, also) = await decide(before.Value);
            return ReferenceEquals(before.Value, after) || await GuardedWrite.TryAllAsync(table, [Write(before, after), .. also], cancellationToken) ? after : null;
        },
        MostTries);

    private static string PartitionOf(string line) => $"BUILDQUEUE#{line}";

    private static Key Place(string line, long ticket) => new(PartitionOf(line), ticket.ToString("D18", CultureInfo.InvariantCulture));
}
