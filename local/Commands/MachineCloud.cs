using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud;
using Sluice.Local.Host.Data;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Commands;

/// <summary>The services that a single machine's tasks call. The data folder is taken only when the machine has a task at all.</summary>
internal sealed class MachineCloud(string path, IReadOnlyDictionary<string, string> environment) : ITaskServices, IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private DataFolder? _data;
    private SqliteTable? _table;
    private CloudServices? _cloud;
    private bool _started;

    public bool Serves(string resource) => Cloud.Serves(resource);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        return await Cloud.CallAsync(call, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cloud is not null)
        {
            await _cloud.DisposeAsync();
        }

        _table?.Dispose();
        _data?.Dispose();
        _starting.Dispose();
    }

    private CloudServices Cloud => _cloud ??= Create();

    private CloudServices Create()
    {
        _data = DataFolder.Own(path);
        var options = new CloudOptions(_data.At("cloud"), environment) { Identity = new CloudIdentity(Host.LocalAws.Region, Host.LocalAws.AccountId) };
        return new CloudServices(
            options, new FileObjectStore(_data.At("objects")), NoSuite.Instance, NoSuite.Instance, _table = SqliteTable.Open(_data.At("table.db"), TimeProvider.System), new KeyFileSecretBox(_data.At("secret.key")), TimeProvider.System, new RandomIds(), NullLogger<CloudServices>.Instance);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (!_started)
            {
                await Cloud.StartAsync();
                _started = true;
            }
        }
        finally
        {
            _starting.Release();
        }
    }
}
