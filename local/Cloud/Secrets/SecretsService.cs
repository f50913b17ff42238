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
    private readonly HourlySweep _sweep;

    public SecretsService(ITable table, ISecretBox box, CloudIdentity identity, TimeProvider time, IIds ids, Unattended unattended)
    {
        var store = new SecretStore(table, box, identity, time);
        _sweep = new HourlySweep("The sweep of secrets", store.SweepAsync, unattended, time);
        var shapes = new SecretShapes(store, identity);
        var values = new NewValue(store, time);
        IServiceCall[] calls =
        [
            new CreateSecret(store, shapes, time, ids),
            new PutSecretValue(values, shapes, ids),
            new UpdateSecret(values, shapes, ids),
            new GetSecretValue(store, shapes),
            new BatchGetSecretValue(store, shapes),
            new DescribeSecret(store, shapes),
            new ListSecrets(store, shapes),
            new ListSecretVersionIds(store, shapes),
            new DeleteSecret(store, shapes, time),
            new RestoreSecret(store, shapes),
            new TagResource(store),
            new UntagResource(store),
            new UpdateSecretVersionStage(store, shapes, time),
            new GetRandomPassword(ids),
            new GetResourcePolicy(store, shapes),
        ];
        Calls = [.. CloudModel.Of("secretsmanager").Checking(calls, faults => SecretErrors.InvalidParameter(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>Begins to remove secrets whose time to be restored is over.</summary>
    public void Start() => _sweep.Start();

    public ValueTask DisposeAsync() => _sweep.DisposeAsync();
}
