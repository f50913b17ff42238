using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Logs;

/// <summary>CloudWatch Logs' errors as a machine sees them.</summary>
internal static class LogsErrors
{
    public const string Invalid = "CloudWatchLogs.InvalidParameterException";

    public static TaskFailedException InvalidParameter(string message) => new(Invalid, message);

    public static TaskFailedException NoGroup() => new("CloudWatchLogs.ResourceNotFoundException", "The specified log group does not exist.");

    public static TaskFailedException NoStream() => new("CloudWatchLogs.ResourceNotFoundException", "The specified log stream does not exist.");

    public static TaskFailedException GroupExists() => new("CloudWatchLogs.ResourceAlreadyExistsException", "The specified log group already exists");

    public static TaskFailedException StreamExists() => new("CloudWatchLogs.ResourceAlreadyExistsException", "The specified log stream already exists");

    public static TaskFailedException Protected(string name) =>
        new("CloudWatchLogs.ValidationException", $"The log group {name} is protected from deletion: update it with deletionProtectionEnabled=false first.");

    public static TaskFailedException TooManyTags(string message) => new("CloudWatchLogs.TooManyTagsException", message);
}
