using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.World.Refusals;

/// <summary>A service as it registers itself, over the wire, with an empty table and nothing around it.</summary>
internal sealed class ServiceOnTheWire : IRefusingWorld
{
    private readonly SqliteTable _sqlite = SqliteTable.InMemory(TimeProvider.System);
    private readonly CountingTable _table;
    private readonly ServiceProvider _services;
    private readonly WireApi _api;

    /// <param name="service">The model's name.</param>
    /// <param name="register">What the service adds.</param>
    public ServiceOnTheWire(string service, Action<IServiceCollection> register)
    {
        _table = new CountingTable(_sqlite);
        var services = new ServiceCollection()
            .AddSingleton<ITable>(_table)
            .AddSingleton<IObjectStore>(new MemoryObjects())
            .AddSingleton<IStateMachines>(new TokenBoard())
            .AddSingleton<IIds>(new CountingIds())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        register(services);
        _services = services.BuildServiceProvider();
        _api = new WireApi(_services, service);
        Built = new OperationCatalog(new ServiceModels(), _services.GetServices<OperationRegistration>()).BuiltOf(service);
    }

    /// <summary>The service's operations that are registered.</summary>
    public IReadOnlyList<string> Built { get; }

    public int Writes => _table.Writes;

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) => _api.AskAsync(operation, input.ToJsonString());

    public void Dispose()
    {
        _services.Dispose();
        _sqlite.Dispose();
    }
}
