using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Makes a group. Events here are in files of their user's alone, not under a key of KMS.</summary>
internal sealed class CreateLogGroup(LogCatalog catalog) : LogsCall<CreateLogGroup.Input>("createLogGroup")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (input.KmsKeyId is not null)
        {
            throw LogsErrors.InvalidParameter("kmsKeyId is not served on this machine, which has no KMS.");
        }

        if (input.LogGroupClass is not (null or "STANDARD"))
        {
            throw LogsErrors.InvalidParameter($"The log group class {input.LogGroupClass} is not served on this machine; STANDARD is.");
        }

        var tags = LogTags.Checked(input.Tags ?? []);
        await catalog.CreateAsync(input.LogGroupName, group => group with { Tags = tags, DeletionProtected = input.DeletionProtectionEnabled ?? false }, cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' CreateLogGroupRequest.</summary>
    internal sealed record Input(string LogGroupName, string? KmsKeyId, Dictionary<string, string>? Tags, string? LogGroupClass, bool? DeletionProtectionEnabled);
}
