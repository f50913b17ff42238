using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>Parameter Store's errors as a machine sees them.</summary>
internal static class ParameterErrors
{
    public const string Invalid = "Ssm.ValidationException";

    /// <summary>What SDKs, and so machines, call an error otherwise than the service does.</summary>
    public static IReadOnlyDictionary<string, string> Shapes { get; } = new[]
    {
        "ParameterNotFound", "ParameterVersionNotFound", "ParameterAlreadyExists", "ParameterMaxVersionLimitExceeded", "ParameterVersionLabelLimitExceeded", "InvalidKeyId", "InvalidFilterKey",
        "InvalidFilterOption", "InvalidFilterValue", "InvalidNextToken", "InvalidResourceId", "InvalidResourceType", "UnsupportedParameterType",
    }.ToDictionary(name => $"{name}Exception", StringComparer.Ordinal);

    public static TaskFailedException Validation(string message) => new(Invalid, message);

    public static TaskFailedException NotFound(string name) => new("Ssm.ParameterNotFoundException", $"Parameter {name} not found.");

    public static TaskFailedException NoVersion(string name, string selector) => new(
        "Ssm.ParameterVersionNotFoundException", $"Systems Manager could not find version {selector} of {name}. Verify the version and try again.");

    public static TaskFailedException Exists() =>
        new("Ssm.ParameterAlreadyExistsException", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    public static TaskFailedException Is(string error, string message) => new($"Ssm.{error}", message);
}
