using Sluice.BuildContract;
using Sluice.BuildContract.Batches;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>A buildspec that has been checked whole.</summary>
internal sealed record Buildspec
{
    /// <summary>Of what runs no buildspec: its commands come one by one, and each has a shell of its own.</summary>
    public static Buildspec OfSandbox { get; } = new() { OneShell = false };

    /// <summary>Version 0.2: all commands run in one shell. In 0.1 each has its own.</summary>
    public required bool OneShell { get; init; }

    /// <summary>Who runs the commands; null for whoever the program is.</summary>
    public string? RunAs { get; init; }

    public BuildspecEnv Env { get; init; } = new();

    /// <summary>By phase type; a phase that the file leaves out has no commands.</summary>
    public IReadOnlyDictionary<PhaseType, BuildspecPhase> Phases { get; init; } = new Dictionary<PhaseType, BuildspecPhase>();

    /// <summary>The tools' versions that the file asks for, by their names, e.g. <c>nodejs</c> and <c>18.x</c>.</summary>
    public IReadOnlyDictionary<string, string> RuntimeVersions { get; init; } = new Dictionary<string, string>();

    /// <summary>The primary artifact; null for none.</summary>
    public BuildspecArtifact? Artifacts { get; init; }

    /// <summary>By identifier.</summary>
    public IReadOnlyDictionary<string, BuildspecArtifact> SecondaryArtifacts { get; init; } = new Dictionary<string, BuildspecArtifact>();

    /// <summary>What is kept for the next build; null for nothing.</summary>
    public BuildspecCache? Cache { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BuildspecReport> Reports { get; init; } = [];

    /// <summary>The builds of a batch; null if it has none. It does not matter to a build by itself.</summary>
    public BatchPlan? Batch { get; init; }

    /// <summary>What the user may not have meant, for the log.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
