namespace Sluice.Builds.ControlPlane.Credentials;

/// <summary>Credentials in the table, one for each kind of host, as in CodeBuild.</summary>
internal sealed class CredentialStore(ITable table)
{
    private const string Partition = "BUILDCREDENTIALS";

    public async Task<StoredCredential?> FindAsync(ServerType server, CancellationToken cancellationToken) =>
        (await table.FindAsync<StoredCredential>(KeyOf(StoredCredential.NameOf(server)), cancellationToken))?.Value;

    public async Task<IReadOnlyList<StoredCredential>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(new Query(Partition), cancellationToken)).Items.Select(item => item.Read<StoredCredential>())];

    /// <returns>False if there is one already, and it is not to be replaced.</returns>
    public Task<bool> PutAsync(StoredCredential credential, bool replace, CancellationToken cancellationToken) =>
        table.TryTransactAsync([PutItem.Of(KeyOf(credential.Name), credential, replace ? null : Condition.Absent)], cancellationToken);

    /// <returns>False if there is none.</returns>
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) =>
        IsName(name) ? table.TryTransactAsync([new DeleteItem(KeyOf(name), Condition.Exists)], cancellationToken) : Task.FromResult(false);

    private static bool IsName(string name) => Enum.GetValues<ServerType>().Any(server => StoredCredential.NameOf(server) == name);

    private static Key KeyOf(string name) => new(Partition, name);
}
