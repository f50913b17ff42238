using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>Secrets Manager's errors as a machine sees them.</summary>
internal static class SecretErrors
{
    public const string Invalid = "SecretsManager.InvalidParameterException";

    /// <summary>What SDKs, and so machines, call an error otherwise than the service does.</summary>
    public static IReadOnlyDictionary<string, string> Shapes { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["DecryptionFailureException"] = "DecryptionFailure" };

    public static TaskFailedException InvalidParameter(string message) => new(Invalid, message);

    public static TaskFailedException InvalidRequest(string message) => new("SecretsManager.InvalidRequestException", message);

    public static TaskFailedException Exists(string message) => new("SecretsManager.ResourceExistsException", message);

    public static TaskFailedException NotFound() => new("SecretsManager.ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    public static TaskFailedException NoValue(string what) => new("SecretsManager.ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {what}");

    public static TaskFailedException Deleted() => InvalidRequest("You can't perform this operation on the secret because it was marked for deletion.");

    public static TaskFailedException TooManyVersions(int most) =>
        new("SecretsManager.LimitExceededException", $"A secret has at most {most} versions with staging labels on this machine.");

    public static TaskFailedException NotOpened(string name) => new(
        "SecretsManager.DecryptionFailureException", $"Secrets Manager can't decrypt the protected secret text of {name}: it was sealed with another key than the one in the data folder's secret.key.");

    public static TaskFailedException InvalidToken() => new("SecretsManager.InvalidNextTokenException", "The NextToken value is invalid.");
}
