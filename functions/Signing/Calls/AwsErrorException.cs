using System.Net;

namespace Sluice.Signing.Calls;

/// <summary>A service answered with an error.</summary>
/// <param name="code">Its name, e.g. <c>AccessDeniedException</c>.</param>
/// <param name="message">What the service says.</param>
/// <param name="status">HTTP's.</param>
public sealed class AwsErrorException(string code, string message, HttpStatusCode status) : Exception(message)
{
    private static readonly string[] Throttling =
        ["ThrottlingException", "Throttling", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded", "RequestThrottled", "SlowDown"];

    /// <summary>Its name, e.g. <c>AccessDeniedException</c>.</summary>
    public string Code { get; } = code;

    /// <summary>HTTP's.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient => (int)Status >= 500 || Status == HttpStatusCode.TooManyRequests || Throttling.Contains(Code);
}
