using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Handing;

/// <summary>
/// Which of the buildspec's artifacts is which output artifact, by CodePipeline's rules. The only one is the primary; of several each is the secondary artifact of its name, and the first may be the primary. In a
/// batch the primary artifact of a build has the build's identifier as its name, and a secondary one both identifiers.
/// </summary>
internal static class PipelineOutputs
{
    /// <exception cref="ArtifactException">The pipeline wants what the buildspec does not describe; all of that.</exception>
    public static IReadOnlyList<PipelineOutput> Of(BuildJob job, Buildspec buildspec) => (job.OutputArtifacts ?? [], job.Batch) switch
    {
        ([], _) => [],
        (var names, { } batch) => [.. names.Select(name => InBatch(name, batch.Identifier, buildspec)).OfType<PipelineOutput>()],
        ([var only], _) => [new PipelineOutput(only, buildspec.Artifacts is null && buildspec.SecondaryArtifacts.ContainsKey(only) ? only : "")],
        (var names, _) => Several(names, buildspec),
    };

    // What none of the builds has is told when all have ended.
    private static PipelineOutput? InBatch(string name, string build, Buildspec buildspec) =>
        name == build ? buildspec.Artifacts is null ? null : new PipelineOutput(name, "")
        : name.StartsWith($"{build}_", StringComparison.Ordinal) && buildspec.SecondaryArtifacts.ContainsKey(name[(build.Length + 1)..]) ? new PipelineOutput(name, name[(build.Length + 1)..])
        : null;

    /// <summary>Those of an action's output artifacts that a buildspec does not describe, of an action that builds no batch.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> names, Buildspec buildspec) => names.Count < 2 ? []
        : [.. names.Where((name, place) => !buildspec.SecondaryArtifacts.ContainsKey(name) && (place > 0 || buildspec.Artifacts is null))];

    /// <summary>What is said of one that is missing.</summary>
    public static string Told(string missing) => $"The action has the output artifact '{missing}', and the buildspec has no artifacts.secondary-artifacts.{missing}.";

    private static List<PipelineOutput> Several(IReadOnlyList<string> names, Buildspec buildspec) => Missing(names, buildspec) is { Count: > 0 } missing
        ? throw new ArtifactException(string.Join('\n', missing.Select(Told)))
        : [.. names.Select(name => new PipelineOutput(name, buildspec.SecondaryArtifacts.ContainsKey(name) ? name : ""))];
}
