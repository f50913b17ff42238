using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads which artifacts an action or a rule takes, and which it makes.</summary>
internal static class ArtifactDocument
{
    private static readonly CountRange Files = new(1, 10);
    private const int LongestFile = 128;

    public static IReadOnlyList<InputArtifact> Inputs(MappingReader map, CountRange? count, string action, DeclarationReading reading, Place at)
    {
        var inputs = map.ListOfMappings("inputArtifacts", artifact =>
        {
            var name = Names.Required(artifact, "name", Names.Artifact);
            if (name.Length > 0)
            {
                reading.Artifacts.Consume(artifact, name, action, at);
            }

            return new InputArtifact { Name = name };
        });
        CheckCount(map, "inputArtifacts", "input", action, count, inputs.Count);
        foreach (var twice in inputs.GroupBy(input => input.Name).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            map.Fault("inputArtifacts", $"'{twice.Key}' is there twice", FaultKinds.Action);
        }

        return inputs;
    }

    public static IReadOnlyList<OutputArtifact> Outputs(MappingReader map, ActionKind? kind, string action, DeclarationReading reading, Place at)
    {
        var outputs = map.ListOfMappings("outputArtifacts", artifact =>
        {
            var name = Names.Required(artifact, "name", Names.Artifact);
            if (name.Length > 0)
            {
                reading.Artifacts.Produce(artifact, name, at);
            }

            var files = Texts.List(artifact, "files", Files, LongestFile);
            if (files is not null && kind is { TakesCommands: false })
            {
                artifact.Fault("files", $"only the artifacts of {BuildTypes.Commands} name their files; take it out", FaultKinds.Action);
            }

            return new OutputArtifact { Name = name, Files = files };
        });
        CheckCount(map, "outputArtifacts", "output", action, kind?.Outputs, outputs.Count);
        return outputs;
    }

    private static void CheckCount(MappingReader map, string member, string word, string action, CountRange? count, int there)
    {
        if (count is not null && !count.Holds(there))
        {
            var limit = there < count.Least ? $"less than the minimum count ({count.Least})" : $"more than the maximum count ({count.Most})";
            map.Fault(member, $"Action {action} declares {there} {word} artifacts which is {limit}; this action takes {count}, not {there}", FaultKinds.Action);
        }
    }
}
