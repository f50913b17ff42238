using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Has a group refuse to be deleted, or not any more.</summary>
internal sealed class PutLogGroupDeletionProtection(LogCatalog catalog, CloudIdentity identity) : LogsCall<PutLogGroupDeletionProtection.Input>("putLogGroupDeletionProtection")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var name = GroupNames.OfIdentifier(input.LogGroupIdentifier, identity);
        await catalog.ChangeAsync(name, group => group with { DeletionProtected = input.DeletionProtectionEnabled }, cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' PutLogGroupDeletionProtectionRequest.</summary>
    internal sealed record Input(string LogGroupIdentifier, bool DeletionProtectionEnabled);
}
