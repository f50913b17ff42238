using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Connections;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;
using Sluice.World.Refusals;

namespace Sluice.Connections.Tests;

/// <summary>CodeConnections on a table in memory.</summary>
internal sealed class ConnectionWorld : IRefusingWorld
{
    private readonly SqliteTable _stored = SqliteTable.InMemory(TimeProvider.System);
    private readonly CountingTable _table;
    private readonly ServiceProvider _services;
    private readonly WireApi _api;
    private readonly Dictionary<string, string> _arns = new(StringComparer.Ordinal);

    public ConnectionWorld()
    {
        _table = new CountingTable(_stored);
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITable>(_table)
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton<ISecretBox>(new TurnedBox())
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddPlatform()
            .AddConnections()
            .BuildServiceProvider();
        _api = new WireApi(_services, "codeconnections");
    }

    public int Writes => _table.Writes;

    public IServiceProvider Services => _services;

    public WireApi Api => _api;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A connection that can sign in.</summary>
    /// <param name="provider">Whose host.</param>
    /// <param name="endpoint">Where it is, of providers that somebody installs.</param>
    public async Task<StoredConnection> ConnectAsync(GitProvider provider, string? endpoint = null)
    {
        var store = Get<ConnectionStore>();
        var host = endpoint is null ? null : new StoredHost($"git-{Get<IIds>().Uuid()[..8]}", "git", provider, endpoint, DateTimeOffset.UnixEpoch);
        if (host is not null)
        {
            await store.CreateHostAsync(host, CancellationToken.None);
        }

        var connection = new StoredConnection(Get<IIds>().Uuid(), "hub", provider, host?.Id, DateTimeOffset.UnixEpoch);
        await store.CreateAsync(connection, CancellationToken.None);
        return (await store.PutSecretAsync(connection, new TokenSecret(null, "t0ken"), CancellationToken.None))!;
    }

    /// <summary>An ARN that inputs name by <c>$name</c>.</summary>
    public void Name(string name, string arn) => _arns[name] = arn;

    /// <summary>All that was told.</summary>
    public async Task<IReadOnlyList<SuiteEvent>> EventsAsync() =>
        [.. (await _stored.ReadAsync(0, 1_000)).Where(record => record.Key.Pk.StartsWith("EVENT#", StringComparison.Ordinal)).Select(record => record.NewImage.Deserialize<SuiteEvent>(SluiceJson.Options)!)];

    /// <summary>All that is in the table.</summary>
    public async Task<string> StoredAsync() => string.Concat((await _stored.ReadAsync(0, 1_000)).Select(record => record.NewImage?.ToJsonString()));

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) =>
        _api.AskAsync(operation, _arns.Aggregate(input.ToJsonString(), (text, named) => text.Replace($"${named.Key}", named.Value, StringComparison.Ordinal)));

    public void Dispose()
    {
        _services.Dispose();
        _stored.Dispose();
    }
}
