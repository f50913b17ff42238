using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>Has a secret removed after some days in which it can be restored, or at once.</summary>
internal sealed class DeleteSecret(SecretStore store, SecretShapes shapes, TimeProvider time) : SecretCall<DeleteSecret.Input>("deleteSecret")
{
    private const int DefaultDays = 30;
    private const int FewestDays = 7;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        Check(input);
        var now = time.GetUtcNow();
        if (input.ForceDeleteWithoutRecovery == true)
        {
            var removed = await store.GetAsync(input.SecretId, cancellationToken);
            await store.RemoveAsync(removed.Name, cancellationToken);
            return Answer(removed, now);
        }

        var gone = now.AddDays(input.RecoveryWindowInDays ?? DefaultDays);
        return Answer(await store.ChangeAsync(input.SecretId, secret => Deleted(secret, now, gone), null, cancellationToken), gone);
    }

    private static Secret Deleted(Secret secret, DateTimeOffset now, DateTimeOffset gone) => secret.DeletedAt is null ? secret with { DeletedAt = now, GoneAt = gone } : throw SecretErrors.Deleted();

    private static void Check(Input input)
    {
        if (input is { ForceDeleteWithoutRecovery: true, RecoveryWindowInDays: not null })
        {
            throw SecretErrors.InvalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (input.RecoveryWindowInDays is < FewestDays or > DefaultDays)
        {
            throw SecretErrors.InvalidParameter($"The RecoveryWindowInDays value must be between {FewestDays} and {DefaultDays} days (inclusive).");
        }
    }

    private JsonObject Answer(Secret secret, DateTimeOffset gone)
    {
        var answer = shapes.Named(secret);
        answer["DeletionDate"] = gone.ToString("O", CultureInfo.InvariantCulture);
        return answer;
    }

    /// <summary>Secrets Manager's DeleteSecretRequest.</summary>
    internal sealed record Input(string SecretId, int? RecoveryWindowInDays, bool? ForceDeleteWithoutRecovery);
}
