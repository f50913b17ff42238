using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Handing;

/// <summary>Brings together what the buildspec describes and what the project wants. A pipeline wants all of it, or nothing if its action has no output.</summary>
internal static class WantedArtifacts
{
    /// <param name="job">What the project wants.</param>
    /// <param name="buildspec">What there is.</param>
    /// <param name="notes">For the log.</param>
    /// <exception cref="ArtifactException">The project wants what the buildspec does not describe.</exception>
    public static IReadOnlyList<WantedArtifact> Of(BuildJob job, Buildspec buildspec, ICollection<string> notes)
    {
        if (job.Artifacts is { ForPipeline: true } pipeline)
        {
            if (job.OutputArtifacts is { Count: 0 })
            {
                notes.Add("The pipeline's action has no output artifact: nothing is handed on");
                return [];
            }

            pipeline = pipeline with { IsZip = true };
            IEnumerable<WantedArtifact> primary = buildspec.Artifacts is { } artifact ? [new("", artifact, pipeline)] : [];
            return [.. primary, .. buildspec.SecondaryArtifacts.Select(secondary => new WantedArtifact(secondary.Key, secondary.Value, pipeline))];
        }

        var missing = job.SecondaryArtifacts.Where(wanted => !buildspec.SecondaryArtifacts.ContainsKey(wanted.Identifier ?? "")).ToList();
        if (missing.Count > 0)
        {
            throw new ArtifactException(string.Join('\n', missing.Select(wanted => $"The project wants the secondary artifact '{wanted.Identifier}', and the buildspec has no artifacts.secondary-artifacts.{wanted.Identifier}.")));
        }

        foreach (var id in buildspec.SecondaryArtifacts.Keys.Except(job.SecondaryArtifacts.Select(wanted => wanted.Identifier ?? "")))
        {
            notes.Add($"The project does not want the secondary artifact {id}");
        }

        return [.. Primary(job, buildspec, notes), .. job.SecondaryArtifacts.Select(wanted => new WantedArtifact(wanted.Identifier!, buildspec.SecondaryArtifacts[wanted.Identifier!], wanted))];
    }

    private static WantedArtifact[] Primary(BuildJob job, Buildspec buildspec, ICollection<string> notes)
    {
        switch (job.Artifacts, buildspec.Artifacts)
        {
            case ({ } wanted, { } artifact):
                return [new WantedArtifact("", artifact, wanted)];
            case ({ }, null):
                notes.Add("The project wants an artifact, and the buildspec describes none");
                return [];
            default:
                return [];
        }
    }
}
