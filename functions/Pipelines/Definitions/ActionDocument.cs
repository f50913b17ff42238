using Sluice.Pipelines.Model;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads an action.</summary>
internal static class ActionDocument
{
    public static ActionDeclaration Read(MappingReader map, StructureRules rules)
    {
        NotBuilt.Refuse(map, "commands", "environmentVariables", "outputVariables", "timeoutInMinutes");
        var name = Names.Required(map, "name", Names.Name);
        var type = map.RequiredMapping("actionTypeId", ActionTypeDocument.Read);
        var rule = Providers.Rules.FirstOrDefault(known => known.Provider == type?.Provider && known.Category == type.Category);
        var runOrder = map.OptionalInt("runOrder", 1, 999) ?? 1;
        var configuration = ConfigurationDocument.Read(map, rule);
        rules.BeginAction(map, name, type, runOrder);
        var inputs = Artifacts(map, "inputArtifacts", rule?.Inputs, rules.Consume);
        var outputs = Artifacts(map, "outputArtifacts", rule?.Outputs, rules.Produce);
        return new(
            name,
            type ?? new("", "", "", ""),
            runOrder,
            configuration,
            inputs,
            outputs,
            Names.Optional(map, "namespace", Names.Name),
            map.OptionalString("region"),
            map.OptionalString("roleArn"));
    }

    private static IReadOnlyList<ArtifactName> Artifacts(MappingReader map, string member, CountRange? count, Action<MappingReader, string> note)
    {
        var names = map.ListOfMappings(member, artifact =>
        {
            NotBuilt.Refuse(artifact, "files");
            var name = Names.Required(artifact, "name", Names.Artifact);
            if (name.Length > 0)
            {
                note(artifact, name);
            }

            return new ArtifactName(name);
        });
        if (count is not null && !count.Holds(names.Count))
        {
            map.Fault(member, $"this action takes {count}, not {names.Count}");
        }

        return names;
    }
}
