using Sluice.BuildContract.Reports;
using Sluice.Platform.Objects;

namespace Sluice.BuildContract;

/// <summary>How a build ended, as the build's program writes it to <c>result.json</c>. That object is written last: it exists only when the build has ended.</summary>
/// <param name="Status">Never IN_PROGRESS.</param>
/// <param name="Phases">From DOWNLOAD_SOURCE to COMPLETED, those that were entered.</param>
/// <param name="Manifest">The <c>ArtifactManifest</c>; null if no artifacts were uploaded.</param>
/// <param name="ExportedVariables">The buildspec's exported variables that were set.</param>
/// <param name="Message">What to show a person; null when the build succeeded.</param>
public sealed record BuildResult(
    BuildStatus Status,
    IReadOnlyList<PhaseRecord> Phases,
    ObjectRef? Manifest,
    IReadOnlyDictionary<string, string> ExportedVariables,
    string? Message)
{
    /// <summary>What the primary source's version turned out to be: a commit, or an object's version. Null if it has none or was not fetched.</summary>
    public string? ResolvedSourceVersion { get; init; }

    /// <summary>The same of secondary sources, by identifier.</summary>
    public IReadOnlyDictionary<string, string> ResolvedSecondaryVersions { get; init; } = new Dictionary<string, string>();

    /// <summary>The manifests of what is handed on, by the pipeline's names for it.</summary>
    public IReadOnlyDictionary<string, ObjectRef> OutputArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>What was stored, in users' buckets or for a pipeline.</summary>
    public IReadOnlyList<StoredArtifact> Artifacts { get; init; } = [];

    /// <summary>The last that the command said which failed the build, with secrets masked; null if no command did.</summary>
    public string? LastWords { get; init; }

    /// <summary>One for each group of the buildspec's <c>reports</c>, in its order; none if no commands were run.</summary>
    public IReadOnlyList<BuildReport> Reports { get; init; } = [];
}
