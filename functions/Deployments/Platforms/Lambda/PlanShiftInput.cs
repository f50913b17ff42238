namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What the machine found before any traffic is moved.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Published">The functions' versions.</param>
/// <param name="MainIndex">Which of them is the function's.</param>
/// <param name="Looks">How often the new version was looked at before.</param>
/// <param name="Target">The new version.</param>
/// <param name="Alias">The alias; null or an error's name if there is none.</param>
/// <param name="Current">The version that it is at.</param>
public sealed record PlanShiftInput(
    string DeploymentId,
    IReadOnlyList<string> Published,
    int MainIndex,
    int Looks,
    VersionConfiguration Target,
    AliasAnswer? Alias,
    VersionConfiguration? Current);
