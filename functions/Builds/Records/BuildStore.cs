using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Builds.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Records;

/// <summary>Builds in the table.</summary>
internal sealed class BuildStore(ITable table, SuiteAccount account) : RunStore<BuildRecord>(table)
{
    public async Task<BuildRecord?> FindAsync(string buildId, CancellationToken cancellationToken) => (await FindAsync(KeyOf(buildId), cancellationToken))?.Value;

    /// <exception cref="BuildNotFoundException">There is none.</exception>
    public async Task<BuildRecord> GetAsync(string buildId, CancellationToken cancellationToken) =>
        await FindAsync(buildId, cancellationToken) ?? throw new BuildNotFoundException(buildId);

    /// <summary>The project's next build number, from 1. A number that no build takes is no harm.</summary>
    public async Task<long> NextNumberAsync(string projectName, CancellationToken cancellationToken)
    {
        var item = await Table.UpdateAsync(new UpdateItem(new Key($"BUILDPROJECT#{projectName}", "NUMBER"), [Change.Add("number", 1)]), cancellationToken);
        return item.Attributes["number"]!.GetValue<long>();
    }

    /// <summary>Writes a new build, the request to run it and the event that tells of it.</summary>
    /// <returns>False if there is such a build already.</returns>
    public Task<bool> AddAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        var start = Outbox.Start("build", $"{build.BuildId}-1", new JsonObject { ["buildId"] = build.BuildId }, build.SubmittedAt);
        var made = new RunChange<BuildRecord>(null, build) { Events = [BuildEvents.Changed(build, account)], Also = [start] };
        return GuardedWrite.TryAllAsync(Table, WritesOf(made), cancellationToken);
    }

    /// <summary>Decides on a build and stores what was decided.</summary>
    /// <exception cref="BuildNotFoundException">There is none.</exception>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    public Task<(BuildRecord Record, T Answer)> DecideAsync<T>(string buildId, Func<BuildRecord, Decision<BuildRecord, T>> decide, CancellationToken cancellationToken) =>
        DecideAsync(KeyOf(buildId), decide, cancellationToken);

    protected override Key KeyOf(BuildRecord record) => KeyOf(record.BuildId);

    protected override IndexKey? IndexOf(BuildRecord record) =>
        new($"BUILDS#{record.ProjectName}", $"{record.SubmittedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}#{record.BuildId}");

    protected override IEnumerable<SuiteEvent> Stamped(BuildRecord record, IReadOnlyList<RunEvent> events, long rev) => events.Select(happened => BuildEvents.Stamped(record, happened));

    protected override Exception Missing(Key key) => new BuildNotFoundException(key.Pk[Prefix.Length..]);

    private const string Prefix = "BUILD#";

    private static Key KeyOf(string buildId) => new(Prefix + buildId, "BUILD");
}
