using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>What answers say of secrets. None but a value has what is secret.</summary>
internal sealed class SecretShapes(SecretStore store, CloudIdentity identity)
{
    /// <summary>What every answer begins with.</summary>
    public JsonObject Named(Secret secret, string? version = null)
    {
        var named = new JsonObject { ["ARN"] = identity.SecretArn(secret.Name, secret.Suffix), ["Name"] = secret.Name };
        if (version is not null)
        {
            named["VersionId"] = version;
        }

        return named;
    }

    /// <summary>What is known of it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="stages">What the map of versions is called.</param>
    public JsonObject Described(Secret secret, string stages)
    {
        var described = AwsJson.Write(new Shape(
            identity.SecretArn(secret.Name, secret.Suffix), secret.Name, secret.Description, secret.ChangedAt, secret.DeletedAt, AwsJson.Write(secret.Tags), secret.CreatedAt)).AsObject();
        described[stages] = new JsonObject(secret.Versions.Where(version => version.Stages.Count > 0).Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Stages(version))));
        return described;
    }

    /// <summary>A version with its value.</summary>
    public async Task<JsonObject> ValueAsync(Secret secret, SecretVersion version, CancellationToken cancellationToken)
    {
        var value = await store.ValueAsync(secret, version, cancellationToken);
        return AwsJson.Write(new ValueShape(
            identity.SecretArn(secret.Name, secret.Suffix), secret.Name, version.Id, value.Binary, value.Text, version.Stages, version.CreatedAt)).AsObject();
    }

    public static JsonArray Stages(SecretVersion version) => [.. version.Stages.Select(stage => (JsonNode)stage)];

    private sealed record Shape(
        string ARN, string Name, string? Description, DateTimeOffset? LastChangedDate, DateTimeOffset? DeletedDate, JsonNode Tags, DateTimeOffset CreatedDate);

    private sealed record ValueShape(string ARN, string Name, string VersionId, string? SecretBinary, string? SecretString, IReadOnlyList<string> VersionStages, DateTimeOffset CreatedDate);
}
