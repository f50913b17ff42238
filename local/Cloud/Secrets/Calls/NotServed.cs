using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>What requests may ask for in AWS and not here.</summary>
internal static class NotServed
{
    private const string Key = "alias/aws/secretsmanager";

    /// <exception cref="StateMachines.Tasks.TaskFailedException">They ask for it: all that is named.</exception>
    public static void Check(string? kmsKeyId, JsonNode? replicas, string? type = null)
    {
        List<string> asked =
        [
            .. string.IsNullOrEmpty(kmsKeyId) || kmsKeyId == Key ? Array.Empty<string>() : [$"KmsKeyId '{kmsKeyId}' (there is no KMS on this machine: secrets are sealed with its own key, {Key})"],
            .. replicas is JsonArray { Count: > 0 } ? ["AddReplicaRegions (one machine is one Region)"] : Array.Empty<string>(),
            .. string.IsNullOrEmpty(type) ? Array.Empty<string>() : ["Type (partners' managed secrets are rotated, and rotation is not served)"],
        ];
        if (asked.Count > 0)
        {
            throw SecretErrors.InvalidParameter($"Not served on this machine: {string.Join("; ", asked)}.");
        }
    }
}
