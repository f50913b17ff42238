namespace Sluice.Local.Cloud.Secrets;

/// <summary>Secrets Manager's rules for moving a label by hand: who moves it must know where it is.</summary>
internal static class StageMove
{
    /// <param name="secret">The secret.</param>
    /// <param name="stage">The label.</param>
    /// <param name="from">The version that the request takes it from; null if it names none.</param>
    /// <param name="to">The version that the request gives it to; null if it only takes it away.</param>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is not so.</exception>
    public static Secret Of(Secret secret, string stage, string? from, string? to)
    {
        foreach (var id in new[] { from, to }.OfType<string>().Where(id => secret.Version(id) is null))
        {
            throw SecretErrors.NoValue($"VersionId: {id}");
        }

        var at = secret.At(stage);
        if (from is not null && at?.Id != from)
        {
            throw SecretErrors.InvalidParameter($"The parameter RemoveFromVersionId is not valid. Staging label {stage} is not attached to version {from}.");
        }

        if (from is null && at is not null && at.Id != to)
        {
            throw SecretErrors.InvalidParameter(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {at.Id}, so you must explicitly reference that version in RemoveFromVersionId.");
        }

        if (to is null && stage == SecretVersion.Current)
        {
            throw SecretErrors.InvalidParameter($"You can only move staging label {SecretVersion.Current} to a different secret version. It can't be completely removed.");
        }

        return secret with { Versions = to is null ? VersionStages.Removed(secret.Versions, stage) : VersionStages.Moved(secret.Versions, stage, to) };
    }
}
