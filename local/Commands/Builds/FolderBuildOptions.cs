using Sluice.BuildContract.Jobs;

namespace Sluice.Local.Commands.Builds;

/// <summary>What <c>build</c> was asked for.</summary>
/// <param name="Source">The folder that is built.</param>
/// <param name="Buildspec">A path in it; null for the usual file.</param>
/// <param name="Environment">Variables for the commands, which beat the buildspec's.</param>
/// <param name="Artifacts">The folder that gets what the build hands on; null keeps nothing.</param>
/// <param name="Cache">The folder in which the buildspec's cache is kept; null for none.</param>
/// <param name="Image">The image that the commands run in; null for the machine itself.</param>
/// <param name="Json">Whether standard output gets the result as JSON and nothing else.</param>
internal sealed record FolderBuildOptions(string Source, string? Buildspec, IReadOnlyList<JobVariable> Environment, string? Artifacts, string? Cache, string? Image, bool Json);
