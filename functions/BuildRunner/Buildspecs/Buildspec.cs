using Sluice.BuildContract;
using Sluice.BuildContract.Batches;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>A buildspec that has been checked whole.</summary>
/// <param name="OneShell">Version 0.2: all commands run in one shell. In 0.1 each has its own.</param>
/// <param name="Shell">The shell that the file asks for; null leaves the choice to us.</param>
/// <param name="Variables">Literal values for the commands.</param>
/// <param name="ExportedVariables">Names to hand on when the build is over.</param>
/// <param name="Phases">By phase type; a phase that the file leaves out has no commands.</param>
/// <param name="Artifacts">The primary artifact; null for none.</param>
/// <param name="SecondaryArtifacts">By identifier.</param>
/// <param name="Notes">Fields of the original that are ignored here, for the log.</param>
internal sealed record Buildspec(
    bool OneShell,
    string? Shell,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<string> ExportedVariables,
    IReadOnlyDictionary<PhaseType, BuildspecPhase> Phases,
    BuildspecArtifact? Artifacts,
    IReadOnlyDictionary<string, BuildspecArtifact> SecondaryArtifacts,
    IReadOnlyList<string> Notes)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BuildspecReport> Reports { get; init; } = [];

    /// <summary>The builds of a batch; null if it has none. It does not matter to a build by itself.</summary>
    public BatchPlan? Batch { get; init; }
}
