using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>
/// Tells a service that is too busy from one that refuses: by Step Functions both are called by the service's own name (<c>CloudFormation.CloudFormationException</c>), and what is meant is in the cause.
/// </summary>
internal static class BusyService
{
    /// <summary>Some minutes, with the pauses of <see cref="Polling"/>.</summary>
    public const int MostRepeats = 12;

    private static readonly string[] Names = ["ThrottlingException", "ThrottledException", "TooManyRequestsException", "ServerException", "ServiceUnavailableException", "InternalFailureException"];

    private static readonly string[] Signs = ["Rate exceeded", "Throttling", "Status Code: 500", "Status Code: 502", "Status Code: 503", "Status Code: 504"];

    public static bool IsMeant(CaughtError? error) =>
        error is { Error: { } name } && (Array.Exists(Names, end => name.EndsWith(end, StringComparison.Ordinal)) || Array.Exists(Signs, sign => error.Cause?.Contains(sign, StringComparison.Ordinal) == true));
}
