using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Shells;
using Sluice.BuildRunner.Sources;
using Sluice.BuildRunner.Tools.Serving;

namespace Sluice.BuildRunner.Runs;

/// <summary>A build whose sources are here and whose buildspec is read: its commands can run.</summary>
/// <param name="Sources">The primary one first.</param>
/// <param name="Buildspec">What to do.</param>
/// <param name="Place">Where the commands run.</param>
/// <param name="Shell">What runs them.</param>
/// <param name="Tools">What they can call.</param>
internal sealed record PreparedBuild(IReadOnlyList<FetchedSource> Sources, Buildspec Buildspec, ICommandPlace Place, IShell Shell, ToolServer Tools)
{
    /// <summary>Null if the build has none.</summary>
    public OpenCache? Cache { get; init; }

    public FetchedSource Primary => Sources[0];

    /// <summary>Who runs a phase's commands; null for whoever the program is.</summary>
    public async Task<ShellUser?> UserAsync(BuildspecPhase phase, CancellationToken cancellationToken) =>
        (phase.RunAs ?? Buildspec.RunAs) is { } name ? await Place.UserAsync(name, cancellationToken) : null;
}
