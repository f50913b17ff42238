using System.Security.Cryptography;
using System.Text;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Access;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>Secrets in the table: what is known of one in its item, and each version's value sealed in an item of its own.</summary>
internal sealed class SecretStore(ITable table, ISecretBox box, CloudIdentity identity, TimeProvider time)
{
    // With the secret as many items as one transaction can write, so that a deletion leaves nothing.
    private const int MostVersions = 99;
    private const int LongestKey = 1024;
    private const string Partition = "SECRET";

    /// <summary>By its name, its ARN or a partial one; null if there is none. One that waits for its deletion is found.</summary>
    public async Task<Secret?> FindAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        foreach (var (name, suffix) in SecretNames.Meant(nameOrArn, identity))
        {
            if (await FindItemAsync(name, cancellationToken) is { } found && (suffix is null || found.Value.Suffix == suffix) && !found.Value.IsGone(time.GetUtcNow()))
            {
                return found.Value;
            }
        }

        return null;
    }

    /// <exception cref="TaskFailedException">There is none.</exception>
    public async Task<Secret> GetAsync(string nameOrArn, CancellationToken cancellationToken) => await FindAsync(nameOrArn, cancellationToken) ?? throw SecretErrors.NotFound();

    /// <summary>One that is not to be deleted.</summary>
    /// <exception cref="TaskFailedException">There is none, or it is.</exception>
    public async Task<Secret> GetLiveAsync(string nameOrArn, CancellationToken cancellationToken)
    {
        var secret = await GetAsync(nameOrArn, cancellationToken);
        return secret.DeletedAt is null ? secret : throw SecretErrors.Deleted();
    }

    /// <summary>All, in the order of their names, those that wait for their deletion included.</summary>
    public async Task<IReadOnlyList<Secret>> ListAsync(CancellationToken cancellationToken)
    {
        var secrets = new List<Secret>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition), cancellationToken))
        {
            secrets.Add(item.Read<Secret>());
        }

        return [.. secrets.Where(secret => !secret.IsGone(time.GetUtcNow()))];
    }

    /// <summary>A version's value.</summary>
    public async Task<SecretValue> ValueAsync(Secret secret, SecretVersion version, CancellationToken cancellationToken)
    {
        var stored = await table.FindAsync<SealedValue>(KeyOf(secret, version.Id), cancellationToken) ?? throw SecretErrors.NoValue($"VersionId: {version.Id}");
        try
        {
            return SecretValue.FromJson(await box.OpenAsync(stored.Value.Sealed, OwnerOf(secret, version.Id), cancellationToken));
        }
        catch (CryptographicException)
        {
            throw SecretErrors.NotOpened(secret.Name);
        }
    }

    /// <summary>Makes a secret. One of the same name whose time to be restored is over gives way to it.</summary>
    /// <returns>False if there is another.</returns>
    public async Task<bool> TryCreateAsync(Secret secret, SecretValue? value, CancellationToken cancellationToken)
    {
        if (await FindItemAsync(secret.Name, cancellationToken) is { } gone && gone.Value.IsGone(time.GetUtcNow()))
        {
            await RemoveAsync(secret.Name, cancellationToken);
        }

        List<TableWrite> writes = [PutItem.Of(KeyOf(secret.Name), secret, Condition.Absent)];
        if (value is not null)
        {
            writes.Add(await SealedAsync(secret, secret.Versions[^1].Id, value, cancellationToken));
        }

        return await table.TryTransactAsync(writes, cancellationToken);
    }

    /// <summary>Changes a secret by what it is when the change is written.</summary>
    /// <param name="nameOrArn">Which.</param>
    /// <param name="change">What it is to be.</param>
    /// <param name="value">Of the version that the change adds last; null if it adds none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TaskFailedException">There is none, or what the change throws.</exception>
    public async Task<Secret> ChangeAsync(string nameOrArn, Func<Secret, Secret> change, SecretValue? value, CancellationToken cancellationToken)
    {
        var name = (await GetAsync(nameOrArn, cancellationToken)).Name;
        return await Contention.DecideAsync(
            $"The secret {name}",
            async () =>
            {
                var before = await FindItemAsync(name, cancellationToken) ?? throw SecretErrors.NotFound();
                var after = WithoutSurplus(change(before.Value));
                List<TableWrite> writes = [PutItem.Of(KeyOf(name), after, Condition.Rev(before.Rev))];
                writes.AddRange(before.Value.Versions.Where(version => after.Version(version.Id) is null).Select(version => new DeleteItem(KeyOf(after, version.Id))));
                if (value is not null && before.Value.Version(after.Versions[^1].Id) is null)
                {
                    writes.Add(await SealedAsync(after, after.Versions[^1].Id, value, cancellationToken));
                }

                return await table.TryTransactAsync(writes, cancellationToken) ? after : null;
            });
    }

    /// <summary>Removes a secret with all its values, now and for good.</summary>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) => Contention.RetryAsync(
        $"The secret {name}",
        async () => await FindItemAsync(name, cancellationToken) is not { } before
            || await table.TryTransactAsync(
                [new DeleteItem(KeyOf(name), Condition.Rev(before.Rev)), .. before.Value.Versions.Select(version => new DeleteItem(KeyOf(before.Value, version.Id)))], cancellationToken));

    /// <summary>Removes those whose time to be restored is over.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(Partition), cancellationToken))
        {
            if (item.Read<Secret>() is var secret && secret.IsGone(time.GetUtcNow()))
            {
                await RemoveAsync(secret.Name, cancellationToken);
            }
        }
    }

    /// <summary>The oldest version without a label goes when there would be too many.</summary>
    private static Secret WithoutSurplus(Secret secret)
    {
        if (secret.Versions.Count <= MostVersions)
        {
            return secret;
        }

        var oldest = secret.Versions.FirstOrDefault(version => version.Stages.Count == 0) ?? throw SecretErrors.TooManyVersions(MostVersions);
        return secret with { Versions = [.. secret.Versions.Where(version => version != oldest)] };
    }

    private async Task<PutItem> SealedAsync(Secret secret, string version, SecretValue value, CancellationToken cancellationToken) => PutItem.Of(
        KeyOf(secret, version), new SealedValue(await box.SealAsync(value.ToJson(), OwnerOf(secret, version), cancellationToken)));

    private async Task<Versioned<Secret>?> FindItemAsync(string name, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetByteCount(name) is > 0 and <= LongestKey ? await table.FindAsync<Secret>(KeyOf(name), cancellationToken) : null;

    private static string OwnerOf(Secret secret, string version) => $"secret/{secret.Name}-{secret.Suffix}/{version}";

    private static Key KeyOf(string name) => new(Partition, name);

    private static Key KeyOf(Secret secret, string version) => new($"SECRETVALUE/{secret.Name}-{secret.Suffix}", version);

    private sealed record SealedValue(string Sealed);
}
