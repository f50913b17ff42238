using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Model;

/// <summary>Which artifacts there are in a run.</summary>
internal static class RunArtifacts
{
    /// <summary>What actions of the run have made, and for a rollback what the run had made that it goes back to.</summary>
    public static IReadOnlyDictionary<string, ObjectRef> Of(PipelineRun run)
    {
        var made = new Dictionary<string, ObjectRef>(run.InheritedArtifacts, StringComparer.Ordinal);
        foreach (var (name, artifact) in run.Stages.SelectMany(stage => stage.Current).SelectMany(action => action.OutputArtifacts))
        {
            made[name] = artifact;
        }

        return made;
    }

    /// <summary>What an action takes. The document's rules say that an earlier action declares each, and a result without them is a failure: so each is there when the action begins.</summary>
    public static IReadOnlyDictionary<string, ObjectRef> InputsOf(PipelineRun run, ActionDeclaration action) => Pick(run, action.Inputs());

    /// <summary>Those of these names that are there.</summary>
    public static IReadOnlyDictionary<string, ObjectRef> Pick(PipelineRun run, IEnumerable<string> names)
    {
        var made = Of(run);
        return names.Where(made.ContainsKey).ToDictionary(name => name, name => made[name]);
    }
}
