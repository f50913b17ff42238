using Sluice.BuildContract.Jobs;

namespace Sluice.Builds.Model;

/// <summary>What a pipeline hands to a build, which takes the place of its project's sources.</summary>
/// <param name="Primary">Where the build begins.</param>
/// <param name="Secondary">The others, by the pipeline's names for them.</param>
internal sealed record BuildInputs(JobSource Primary, IReadOnlyList<JobSource> Secondary);
