using System.Text.Json.Nodes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Adds a version.</summary>
internal sealed class PutSecretValue(NewValue values, SecretShapes shapes, IIds ids) : SecretCall<PutSecretValue.Input>("putSecretValue")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var value = SecretValue.Of(input.SecretString, input.SecretBinary) ?? throw SecretErrors.InvalidRequest("You must provide either SecretString or SecretBinary.");
        if (input.RotationToken is not null)
        {
            throw SecretErrors.InvalidParameter("RotationToken is not served on this machine, as rotation is not.");
        }

        var token = input.ClientRequestToken ?? ids.Uuid();
        var secret = await values.PutAsync(input.SecretId, token, value, input.VersionStages ?? [SecretVersion.Current], static secret => secret, cancellationToken);
        var answer = shapes.Named(secret, token);
        answer["VersionStages"] = SecretShapes.Stages(secret.Version(token)!);
        return answer;
    }

    /// <summary>Secrets Manager's PutSecretValueRequest.</summary>
    internal sealed record Input(string SecretId, string? ClientRequestToken, string? SecretBinary, string? SecretString, IReadOnlyList<string>? VersionStages, string? RotationToken)
    {
        /// <summary>Without what is secret.</summary>
        public override string ToString() => SecretId;
    }
}
