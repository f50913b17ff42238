namespace Sluice.Local.Commands.Releases;

/// <summary>What <c>release</c> was asked for.</summary>
/// <param name="Repository">A path or a URL.</param>
/// <param name="Branch">Null is the repository's HEAD.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Port">0 takes a free one.</param>
/// <param name="Choices">How the deployment goes.</param>
/// <param name="Rate">Requests a second that the command makes; 0 makes none.</param>
/// <param name="Payload">Their payload, JSON.</param>
/// <param name="Json">Print one JSON summary on standard output and nothing else there.</param>
internal sealed record ReleaseOptions(
    string Repository, string? Branch, string Data, int Port, DeploymentChoices Choices, double Rate, string Payload, bool Json)
{
    /// <summary>How many builds may run at once; null is one for each processor core.</summary>
    public int? Builds { get; init; }
}
