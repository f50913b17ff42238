using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>The rules of stages and their actions: names that may be there once, and sources in the first stage only.</summary>
internal sealed class StructureRules(MappingReader pipeline)
{
    private readonly List<StageNote> _stages = [];
    private readonly HashSet<string> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>The stage that is read now, by its place.</summary>
    public int Stage => _stages.Count - 1;

    /// <summary>Its name.</summary>
    public string StageName => _stages.Count == 0 ? "" : _stages[^1].Name;

    /// <summary>The provider of each source action by its name.</summary>
    public IReadOnlyDictionary<string, string> Sources => _sources;

    public void BeginStage(MappingReader place, string name, IReadOnlyList<string>? needs)
    {
        if (name.Length > 0 && _stages.Any(stage => stage.Name == name))
        {
            place.Fault("name", $"there is a stage '{name}' already; stages of a pipeline have different names", FaultKinds.Stage);
        }

        _stages.Add(new StageNote(place, name, needs));
        _actions.Clear();
    }

    public void BeginAction(MappingReader place, string name, ActionTypeId? type)
    {
        if (name.Length > 0 && !_actions.Add(name))
        {
            place.Fault("name", $"there is an action '{name}' in this stage already; actions of a stage have different names", FaultKinds.Action);
        }

        if (type is null || type.Provider.Length == 0)
        {
            return;
        }

        if (type.Category == ActionCategory.Source != (Stage == 0))
        {
            place.Fault("actionTypeId", Stage == 0
                ? $"Pipeline should start with a stage that only contains source actions; the first stage holds sources only, not {type.Category}"
                : "a source stands in the first stage only", FaultKinds.Structure);
        }
        else if (Stage == 0)
        {
            _sources[name] = type.Provider;
        }
    }

    /// <summary>Which stages come after which; what is wrong with that is noted.</summary>
    public StageGraph ToGraph() => StageGraph.Of(pipeline, _stages);
}
