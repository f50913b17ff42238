using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a stage.</summary>
internal static class StageDocument
{
    private static readonly CountRange Actions = new(1, 50);
    private static readonly CountRange Needs = new(0, 50);

    public static StageDeclaration Read(MappingReader map, DeclarationReading reading)
    {
        var name = Names.Required(map, "name", Names.Name);
        var needs = Texts.List(map, "needs", Needs, longest: 100);
        reading.Structure.BeginStage(map, name, needs);
        return new StageDeclaration
        {
            Name = name,
            Needs = needs,
            Blockers = map.ListOfMappings("blockers", BlockerDocument.Read).OrNone(),
            BeforeEntry = map.OptionalMapping("beforeEntry", entry => ConditionDocument.BeforeEntry(entry, reading)),
            Actions = ReadActions(map, name, reading),
            OnSuccess = map.OptionalMapping("onSuccess", success => ConditionDocument.OnSuccess(success, reading)),
            OnFailure = map.OptionalMapping("onFailure", failure => FailureDocument.Read(failure, reading)),
        };
    }

    private static IReadOnlyList<ActionDeclaration> ReadActions(MappingReader map, string name, DeclarationReading reading)
    {
        if (!map.Required("actions", $"a list of {Actions} actions"))
        {
            return [];
        }

        var actions = map.ListOfMappings("actions", action => ActionDocument.Read(action, reading));
        if (actions.Count > Actions.Most)
        {
            map.Fault("actions", $"Pipeline stage '{name}' has too many actions. There can only be up to {Actions.Most} actions in a pipeline stage; expected {Actions} actions, not {actions.Count}", FaultKinds.Stage);
        }
        else if (actions.Count < Actions.Least)
        {
            map.Fault("actions", $"Pipeline stage '{name}' has no actions; expected {Actions} actions, not {actions.Count}", FaultKinds.Stage);
        }

        return actions;
    }
}
