using System.Text.Json.Nodes;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Makes a secret. The same request again, by its token, is answered as it was.</summary>
internal sealed class CreateSecret(SecretStore store, SecretShapes shapes, TimeProvider time, IIds ids) : SecretCall<CreateSecret.Input>("createSecret")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        SecretNames.Check(input.Name);
        NotServed.Check(input.KmsKeyId, input.AddReplicaRegions, input.Type);
        var value = SecretValue.Of(input.SecretString, input.SecretBinary);
        var token = input.ClientRequestToken ?? ids.Uuid();
        var now = time.GetUtcNow();
        var secret = new Secret(SecretSuffix.Of(ids), input.Name, now)
        {
            Description = input.Description,
            ChangedAt = now,
            Tags = SecretTags.With([], input.Tags ?? []),
            Versions = value is null ? [] : VersionStages.Added([], token, now, [SecretVersion.Current]),
        };
        return await store.TryCreateAsync(secret, value, cancellationToken) ? Answer(secret, value, token) : Answer(await SameAsync(input.Name, token, value, cancellationToken), value, token);
    }

    private JsonObject Answer(Secret secret, SecretValue? value, string token) => shapes.Named(secret, value is null ? null : token);

    /// <summary>The secret that the same request has made before.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">Another has.</exception>
    private async Task<Secret> SameAsync(string name, string token, SecretValue? value, CancellationToken cancellationToken)
    {
        var there = await store.GetAsync(name, cancellationToken);
        if (there.DeletedAt is not null)
        {
            throw SecretErrors.InvalidRequest("You can't create this secret because a secret with this name is already scheduled for deletion.");
        }

        return value is not null && there.Version(token) is { } version && await store.ValueAsync(there, version, cancellationToken) == value
            ? there
            : throw SecretErrors.Exists($"The operation failed because the secret {name} already exists.");
    }

    /// <summary>Secrets Manager's CreateSecretRequest.</summary>
    internal sealed record Input(
        string Name, string? ClientRequestToken, string? Description, string? KmsKeyId, string? SecretBinary, string? SecretString, IReadOnlyList<ResourceTag>? Tags, JsonNode? AddReplicaRegions,
        bool? ForceOverwriteReplicaSecret, string? Type)
    {
        /// <summary>Without what is secret.</summary>
        public override string ToString() => Name;
    }
}
