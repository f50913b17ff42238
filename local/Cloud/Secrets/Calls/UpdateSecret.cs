using System.Text.Json.Nodes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Changes the description, and adds a version if there is a value.</summary>
internal sealed class UpdateSecret(NewValue values, SecretShapes shapes, IIds ids) : SecretCall<UpdateSecret.Input>("updateSecret")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        NotServed.Check(input.KmsKeyId, null, input.Type);
        var value = SecretValue.Of(input.SecretString, input.SecretBinary);
        var token = input.ClientRequestToken ?? ids.Uuid();
        var secret = await values.PutAsync(
            input.SecretId, token, value, [SecretVersion.Current], secret => secret with { Description = input.Description ?? secret.Description }, cancellationToken);
        return shapes.Named(secret, value is null ? null : token);
    }

    /// <summary>Secrets Manager's UpdateSecretRequest.</summary>
    internal sealed record Input(string SecretId, string? ClientRequestToken, string? Description, string? KmsKeyId, string? SecretBinary, string? SecretString, string? Type)
    {
        /// <summary>Without what is secret.</summary>
        public override string ToString() => SecretId;
    }
}
