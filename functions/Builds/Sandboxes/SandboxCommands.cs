using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;

namespace Sluice.Builds.Sandboxes;

/// <summary>The commands of sandboxes in the table: an item each in their order, one by which each is found by its id, and one for each that has not ended, so that the next is found at once.</summary>
internal sealed class SandboxCommands(ITable table, IIds ids, TimeProvider time)
{
    private const string Command = "COMMAND#";
    private const string Waiting = "WAITING#";

    /// <summary>Puts a command behind those that are there.</summary>
    public async Task<SandboxCommand> AddAsync(string sandboxId, string command, CancellationToken cancellationToken)
    {
        var counter = await table.UpdateAsync(new UpdateItem(new Key(Of(sandboxId), "NUMBER"), [Change.Add("number", 1)]), cancellationToken);
        var added = new SandboxCommand { Id = ids.Uuid(), Number = counter.Attributes["number"]!.GetValue<long>(), Command = command, SubmittedAt = time.GetUtcNow() };
        await table.TransactAsync(
            [
                PutItem.Of(KeyOf(sandboxId, added.Number), added, Condition.Absent, expiresAt: Retention.After(added.SubmittedAt)),
                new PutItem(Place(sandboxId, Waiting, added.Number), Named(added), Condition.Absent, ExpiresAt: Retention.After(added.SubmittedAt)),
                new PutItem(IdKey(sandboxId, added.Id), Named(added), Condition.Absent, ExpiresAt: Retention.After(added.SubmittedAt)),
            ],
            cancellationToken);
        return added;
    }

    /// <summary>Null if the sandbox has none of this id.</summary>
    public async Task<SandboxCommand?> FindAsync(string sandboxId, string id, CancellationToken cancellationToken) =>
        await NumberOfAsync(sandboxId, id, cancellationToken) is { } number ? (await table.FindAsync<SandboxCommand>(KeyOf(sandboxId, number), cancellationToken))?.Value : null;

    /// <summary>A page of a sandbox's commands.</summary>
    public async Task<(IReadOnlyList<SandboxCommand> Commands, string? NextToken)> ListAsync(
        string sandboxId, bool ascending, int? most, string? token, string invalidToken, CancellationToken cancellationToken)
    {
        var query = new Query(Of(sandboxId), Command) { Descending = !ascending, PageToken = token };
        var page = await Pages.ReadAsync(table, query with { Limit = most ?? query.Limit }, invalidToken, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<SandboxCommand>())], page.NextToken);
    }

    /// <summary>The first that has not ended, which begins with that; null if there is none.</summary>
    public async Task<SandboxCommand?> NextAsync(string sandboxId, CancellationToken cancellationToken)
    {
        var waiting = await table.QueryAsync(new Query(Of(sandboxId), Waiting) { Limit = 1 }, cancellationToken);
        return waiting.Items is [var first] ? await ChangeAsync(sandboxId, NumberIn(first), command => command.Start(time.GetUtcNow()), cancellationToken) : null;
    }

    /// <summary>Notes how a command ended. One that is not there, or has ended, stays as it is.</summary>
    public async Task EndAsync(string sandboxId, string id, int exitCode, string? output, string? errors, CancellationToken cancellationToken)
    {
        if (await NumberOfAsync(sandboxId, id, cancellationToken) is { } number)
        {
            await ChangeAsync(sandboxId, number, command => command.End(exitCode, output, errors, time.GetUtcNow()), cancellationToken);
        }
    }

    private Task<SandboxCommand> ChangeAsync(string sandboxId, long number, Func<SandboxCommand, SandboxCommand> change, CancellationToken cancellationToken) => Contention.DecideAsync(
        $"The sandbox {sandboxId}",
        async () =>
        {
            var before = (await table.FindAsync<SandboxCommand>(KeyOf(sandboxId, number), cancellationToken))!;
            var after = change(before.Value);
            return ReferenceEquals(before.Value, after) || await table.TryTransactAsync(WritesOf(sandboxId, before.Rev, after), cancellationToken) ? after : null;
        });

    private static IReadOnlyList<TableWrite> WritesOf(string sandboxId, long rev, SandboxCommand after) =>
    [
        PutItem.Of(KeyOf(sandboxId, after.Number), after, Condition.Rev(rev), expiresAt: Retention.After(after.SubmittedAt)),
        .. after.EndedAt is null ? Array.Empty<TableWrite>() : [new DeleteItem(Place(sandboxId, Waiting, after.Number))],
    ];

    // What is no id may be longer than a key.
    private async Task<long?> NumberOfAsync(string sandboxId, string id, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out _) && await table.GetAsync(IdKey(sandboxId, id), cancellationToken) is { } item ? NumberIn(item) : null;

    private static JsonObject Named(SandboxCommand command) => new() { ["number"] = command.Number };

    private static long NumberIn(Item item) => item.Attributes["number"]!.GetValue<long>();

    private static Key KeyOf(string sandboxId, long number) => Place(sandboxId, Command, number);

    private static Key Place(string sandboxId, string kind, long number) => new(Of(sandboxId), $"{kind}{number.ToString("D18", CultureInfo.InvariantCulture)}");

    private static Key IdKey(string sandboxId, string id) => new(Of(sandboxId), $"ID#{id}");

    private static string Of(string sandboxId) => $"SANDBOX#{sandboxId}";
}
