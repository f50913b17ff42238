using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads an action.</summary>
internal static class ActionDocument
{
    /// <summary>Where there is none: that it is missing is a fault of the document, which is not taken.</summary>
    private static readonly ActionTypeId Unreadable = new() { Category = default, Owner = default, Provider = "", Version = "" };

    public static ActionDeclaration Read(MappingReader map, StructureRules rules)
    {
        NotBuilt.Refuse(map, "commands", "environmentVariables", "outputVariables", "timeoutInMinutes");
        var name = Names.Required(map, "name", Names.Name);
        var type = map.RequiredMapping("actionTypeId", ActionTypeDocument.Read);
        var rule = type is null ? null : ActionKinds.BuiltIn.FirstOrDefault(known => known.Provider == type.Provider && known.Category == type.Category);
        var runOrder = map.OptionalInt("runOrder", 1, 999) ?? 1;
        var configuration = ConfigurationDocument.Read(map, rule);
        rules.BeginAction(map, name, type, runOrder);
        return new ActionDeclaration
        {
            Name = name,
            ActionTypeId = type ?? Unreadable,
            RunOrder = runOrder,
            Configuration = configuration,
            InputArtifacts = [.. Artifacts(map, "inputArtifacts", rule?.Inputs, rules.Consume).Select(artifact => new InputArtifact { Name = artifact })],
            OutputArtifacts = [.. Artifacts(map, "outputArtifacts", rule?.Outputs, rules.Produce).Select(artifact => new OutputArtifact { Name = artifact })],
            Namespace = Names.Optional(map, "namespace", Names.Name),
            Region = map.OptionalString("region"),
            RoleArn = map.OptionalString("roleArn"),
        };
    }

    private static IReadOnlyList<string> Artifacts(MappingReader map, string member, CountRange? count, Action<MappingReader, string> note)
    {
        var names = map.ListOfMappings(member, artifact =>
        {
            NotBuilt.Refuse(artifact, "files");
            var name = Names.Required(artifact, "name", Names.Artifact);
            if (name.Length > 0)
            {
                note(artifact, name);
            }

            return name;
        });
        if (count is not null && !count.Holds(names.Count))
        {
            map.Fault(member, $"this action takes {count}, not {names.Count}");
        }

        return names;
    }
}
