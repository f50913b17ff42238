using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>What nothing here can provoke.</summary>
internal static class UnreachableErrors
{
    public static IReadOnlyList<UnreachableError> All { get; } =
    [
        new("AccountLimitExceededException", "The suite has no limit to the number of projects.", "CreateProject"),
        new("AccountLimitExceededException", "A build that may not run yet waits for its turn; that others run is never an error.", "StartBuild", "RetryBuild"),
        new("AccountLimitExceededException", "The suite has no limit to the number of report groups.", "CreateReportGroup"),
        new("AccountLimitExceededException", "The suite has no limit to the number of fleets or credentials.", "CreateFleet", "UpdateFleet", "ImportSourceCredentials"),
        new("AccountSuspendedException", "The suite suspends nobody.", "StartSandbox"),
        new("OAuthProviderException", "The suite calls no git host: who makes a webhook enters its address and secret there.", "CreateWebhook", "UpdateWebhook", "DeleteWebhook"),
        new("InvalidInputException", "It has no input that could be wrong.", "ListSourceCredentials"),
    ];
}
