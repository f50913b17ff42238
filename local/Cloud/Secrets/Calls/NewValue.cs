namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Adds a version to a secret. The same request again, by its token, changes nothing.</summary>
internal sealed class NewValue(SecretStore store, TimeProvider time)
{
    /// <param name="nameOrArn">Which secret.</param>
    /// <param name="token">The version's id.</param>
    /// <param name="value">Its value; null adds none.</param>
    /// <param name="stages">Its labels.</param>
    /// <param name="more">What else is changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">The token's version has another value, or the secret is deleted.</exception>
    public async Task<Secret> PutAsync(string nameOrArn, string token, SecretValue? value, IReadOnlyList<string> stages, Func<Secret, Secret> more, CancellationToken cancellationToken)
    {
        var secret = await store.GetLiveAsync(nameOrArn, cancellationToken);
        if (value is not null && secret.Version(token) is { } version && await store.ValueAsync(secret, version, cancellationToken) != value)
        {
            throw SecretErrors.Exists($"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {secret.Name}.");
        }

        return await store.ChangeAsync(secret.Name, before => Changed(more(Live(before)), token, value, stages), value, cancellationToken);
    }

    private Secret Changed(Secret secret, string token, SecretValue? value, IReadOnlyList<string> stages)
    {
        var now = time.GetUtcNow();
        return (value is not null && secret.Version(token) is null ? secret with { Versions = VersionStages.Added(secret.Versions, token, now, stages) } : secret) with { ChangedAt = now };
    }

    private static Secret Live(Secret secret) => secret.DeletedAt is null ? secret : throw SecretErrors.Deleted();
}
