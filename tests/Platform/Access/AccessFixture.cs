using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Tables.Sqlite;
using Sluice.Platform.Tests.SigV4;

namespace Sluice.Platform.Tests.Access;

/// <summary>Keys in a table in memory, and the gate that asks for them.</summary>
internal sealed class AccessFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-access-").FullName;
    private readonly SqliteTable _table;

    public AccessFixture()
    {
        _table = SqliteTable.InMemory(Time);
        Store = new AccessKeyStore(_table);
        Box = new KeyFileSecretBox(KeyPath);
        Keys = new AccessKeys(Store, Box, new RandomIds(), Time);
        Authentication = new RequestAuthentication(Store, Box, SuiteAccount.OneMachine, Time);
        Gate = new RequestGate(Authentication);
    }

    public static ServiceModel Model { get; } = new ServiceModels()["codedeploy"];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public string KeyPath => Path.Combine(_folder, "secret.key");

    public AccessKeyStore Store { get; }

    public KeyFileSecretBox Box { get; }

    public AccessKeys Keys { get; }

    public RequestAuthentication Authentication { get; }

    public RequestGate Gate { get; }

    public async Task<TestSigner> IssueAsync(string role = "admin")
    {
        var issued = await Keys.IssueAsync(role, "test");
        return new TestSigner(issued.Key.AccessKeyId, issued.SecretAccessKey);
    }

    public Task<Caller?> AdmitAsync(ApiRequest request, string operation = "ListApplications") =>
        Gate.AdmitAsync(request, new RoutedOperation(Model, Model.Operations[operation]), CancellationToken.None);

    public async Task<(string Code, string Message)> RefusedAsync(ApiRequest request, string operation = "ListApplications")
    {
        var refusal = await Should.ThrowAsync<ApiException>(() => AdmitAsync(request, operation));
        return (refusal.Code, refusal.Message);
    }

    public void Dispose()
    {
        _table.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
