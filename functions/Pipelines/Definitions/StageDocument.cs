using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a stage.</summary>
internal static class StageDocument
{
    /// <summary>CodePipeline's is 50; 40 actions that begin and end at once are what one transaction of the table can tell of.</summary>
    private static readonly CountRange Actions = new(1, 40);

    public static StageDeclaration Read(MappingReader map, StructureRules rules)
    {
        NotBuilt.Refuse(map, "blockers", "beforeEntry", "onSuccess", "onFailure");
        var name = Names.Required(map, "name", Names.Name);
        rules.BeginStage(map, name);
        if (!map.Required("actions", $"a list of {Actions} actions"))
        {
            return new StageDeclaration { Name = name, Actions = [] };
        }

        var actions = map.ListOfMappings("actions", action => ActionDocument.Read(action, rules));
        if (!Actions.Holds(actions.Count))
        {
            map.Fault("actions", $"{Actions} actions were expected, not {actions.Count}");
        }

        return new StageDeclaration { Name = name, Actions = actions };
    }
}
