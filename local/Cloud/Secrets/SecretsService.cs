using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Secrets.Calls;
using Sluice.Local.Guarding;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>Secrets Manager on this machine, put together.</summary>
internal sealed class SecretsService : IAsyncDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly SecretStore _store;
    private readonly TimeProvider _time;
    private readonly Unattended _unattended;
    private Task _sweeps = Task.CompletedTask;

    public SecretsService(ITable table, ISecretBox box, CloudIdentity identity, TimeProvider time, IIds ids, Unattended unattended)
    {
        (_time, _unattended) = (time, unattended);
        _store = new SecretStore(table, box, identity, time);
        var shapes = new SecretShapes(_store, identity);
        var values = new NewValue(_store, time);
        IServiceCall[] calls =
        [
            new CreateSecret(_store, shapes, time, ids),
            new PutSecretValue(values, shapes, ids),
            new UpdateSecret(values, shapes, ids),
            new GetSecretValue(_store, shapes),
            new BatchGetSecretValue(_store, shapes),
            new DescribeSecret(_store, shapes),
            new ListSecrets(_store, shapes),
            new ListSecretVersionIds(_store, shapes),
            new DeleteSecret(_store, shapes, time),
            new RestoreSecret(_store, shapes),
            new TagResource(_store),
            new UntagResource(_store),
            new UpdateSecretVersionStage(_store, shapes, time),
            new GetRandomPassword(ids),
            new GetResourcePolicy(_store, shapes),
        ];
        Calls = [.. CloudModel.Of("secretsmanager").Checking(calls, faults => SecretErrors.InvalidParameter(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>Begins to remove secrets whose time to be restored is over.</summary>
    public void Start() => _sweeps = _unattended.LoopAsync("The sweep of secrets", SweepAsync, _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sweeps;
        _stop.Dispose();
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        // The start does not wait for it.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            await _store.SweepAsync(stop);
            await Task.Delay(SweepEvery, _time, stop);
        }
    }
}
