using Sluice.Platform.Access;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Host.Http;

/// <summary>Those who hold keys of a suite, and what it verifies their signatures with.</summary>
internal sealed class Signers : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-signers-").FullName;
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private readonly AccessKeys _keys;

    public Signers()
    {
        var (store, box) = (new AccessKeyStore(_table), new KeyFileSecretBox(Path.Combine(_folder, "secret.key")));
        _keys = new AccessKeys(store, box, new RandomIds(), TimeProvider.System);
        Authentication = new RequestAuthentication(store, box, SuiteAccount.OneMachine, TimeProvider.System);
    }

    public RequestAuthentication Authentication { get; }

    /// <summary>A request by the holder of a new key.</summary>
    /// <param name="secret">What it is signed with, if not with the key's own secret.</param>
    public async Task<ApiRequest> SignedAsync(string role, string service, string path, string body = "{}", string? secret = null)
    {
        var issued = await _keys.IssueAsync(role, "test", TestContext.Current.CancellationToken);
        return SignedRequests.Sign(issued.Key.AccessKeyId, secret ?? issued.SecretAccessKey, service, path, body);
    }

    public void Dispose()
    {
        _table.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
