namespace Sluice.Connections.Rules;

/// <summary>The model's errors.</summary>
internal static class ConnectionErrors
{
    public const string Conflict = "ConflictException";
    public const string Unavailable = "ResourceUnavailableException";
    public const string Unsupported = "UnsupportedOperationException";
    public const string TooMany = "LimitExceededException";

    public static ApiException NotFound(string message) => new("ResourceNotFoundException", message);
}
