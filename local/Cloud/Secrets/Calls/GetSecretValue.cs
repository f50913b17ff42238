using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>The value of a version: the one that is asked for, by id or label, or the current.</summary>
internal sealed class GetSecretValue(SecretStore store, SecretShapes shapes) : SecretCall<GetSecretValue.Input>("getSecretValue")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var secret = await store.GetLiveAsync(input.SecretId, cancellationToken);
        return await shapes.ValueAsync(secret, Version(secret, input), cancellationToken);
    }

    private static SecretVersion Version(Secret secret, Input input)
    {
        if (input.VersionId is not { } id)
        {
            var stage = input.VersionStage ?? SecretVersion.Current;
            return secret.At(stage) ?? throw SecretErrors.NoValue($"staging label: {stage}");
        }

        var version = secret.Version(id) ?? throw SecretErrors.NoValue($"VersionId: {id}");
        return input.VersionStage is null || version.Stages.Contains(input.VersionStage)
            ? version
            : throw SecretErrors.InvalidRequest("You provided a VersionStage that is not associated to the provided VersionId.");
    }

    /// <summary>Secrets Manager's GetSecretValueRequest.</summary>
    internal sealed record Input(string SecretId, string? VersionId, string? VersionStage);
}
