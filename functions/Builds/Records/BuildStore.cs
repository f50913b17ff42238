using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;

namespace Sluice.Builds.Records;

/// <summary>Builds in the table.</summary>
internal sealed class BuildStore(ITable table, SuiteAccount account) : RunStore<BuildRecord>(table)
{
    private const string Prefix = "BUILD#";
    private const int SecondsPerMinute = 60;

    // All builds that begin and end change the one item of the queue with their own.
    private const int MostTries = 50;

    protected override int Tries => MostTries;

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
    /// <param name="build">The build.</param>
    /// <param name="also">Written in the same transaction.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is such a build already, or somebody was faster with what is written beside it.</returns>
    public Task<bool> AddAsync(BuildRecord build, IReadOnlyList<GuardedWrite> also, CancellationToken cancellationToken) =>
        GuardedWrite.TryAllAsync(Table, WritesOf(Made(build) with { Also = [Start(build), .. also] }), cancellationToken);

    /// <summary>A new build with the request to run it, to be written beside another.</summary>
    public static RunChange<BuildRecord> Made(BuildRecord build) => new(null, build) { Also = [Start(build)] };

    /// <summary>Decides on a build and stores what was decided.</summary>
    /// <exception cref="BuildNotFoundException">There is none.</exception>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    public Task<(BuildRecord Record, T Answer)> DecideAsync<T>(string buildId, Func<BuildRecord, Decision<BuildRecord, T>> decide, CancellationToken cancellationToken) =>
        DecideAsync(KeyOf(buildId), decide, cancellationToken);

    /// <summary>The same with something that is read beside the build.</summary>
    public Task<(BuildRecord Record, T Answer)> DecideAsync<T>(
        string buildId, Func<BuildRecord, CancellationToken, Task<Decision<BuildRecord, T>>> decide, CancellationToken cancellationToken) =>
        DecideAsync(KeyOf(buildId), (seen, cancellation) => decide(seen.Value, cancellation), cancellationToken);

    /// <summary>Removes a build that has ended from the table and its listings.</summary>
    /// <returns>False if it is not there, or has not ended.</returns>
    public async Task<bool> DeleteAsync(string buildId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(KeyOf(buildId), cancellationToken);
        return found is not null && found.Value.HasEnded()
            && await GuardedWrite.TryAllAsync(
                Table, [new DeleteItem(KeyOf(buildId), Condition.Rev(found.Rev)), .. BuildListing.KeysOf(found.Value).Select(GuardedWrite (key) => new DeleteItem(key))], cancellationToken);
    }

    protected override Key KeyOf(BuildRecord record) => KeyOf(record.BuildId);

    protected override IEnumerable<SuiteEvent> Stamped(BuildRecord record, IReadOnlyList<RunEvent> events, long rev) => [];

    /// <summary>What is told of a build follows from what it was and what it becomes.</summary>
    protected override IEnumerable<GuardedWrite> Follows(BuildRecord? before, BuildRecord after)
    {
        IEnumerable<GuardedWrite> told = (after.IsShown() ? BuildEvents.Between(before, after, account) : []).Select(GuardedWrite (happened) => Outbox.Event(happened));
        return before?.HasEnded() == after.HasEnded() ? told
            : told.Concat(BuildListing.KeysOf(after).Select(GuardedWrite (key) => new PutItem(key, new JsonObject { ["id"] = after.FullId() }, ExpiresAt: ExpiryOf(after))));
    }

    protected override DateTimeOffset? ExpiryOf(BuildRecord record) => Retention.After(record.EndedAt);

    protected override Exception Missing(Key key) => new BuildNotFoundException(key.Pk[Prefix.Length..]);

    private static TableWrite Start(BuildRecord build) => Outbox.Start(
        "build",
        $"{build.BuildId}-1",
        new JsonObject { ["buildId"] = build.BuildId, ["queuedTimeoutSeconds"] = build.Settings.QueuedTimeoutInMinutes * SecondsPerMinute },
        build.SubmittedAt);

    private static Key KeyOf(string buildId) => new(Prefix + buildId, "BUILD");
}
