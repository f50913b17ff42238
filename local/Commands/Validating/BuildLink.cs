using Sluice.Pipelines.Definitions;

namespace Sluice.Local.Commands.Validating;

/// <summary>A build action of a pipeline, and the buildspec that it runs.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Read">The action.</param>
/// <param name="Project">Its project.</param>
/// <param name="Place">Where the buildspec is in the folder, or its text; null where it cannot be looked at.</param>
/// <param name="IsCertain">Whether this is what is run; else a project that nobody was asked for may say otherwise.</param>
internal sealed record BuildLink(CheckedPipeline Pipeline, ReadAction Read, string Project, string? Place, bool IsCertain)
{
    /// <summary>Read; null where it cannot be looked at, or is not there.</summary>
    public CheckedBuildspec? Buildspec { get; init; }
}
