using Sluice.Pipelines.Model;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>The rules that join several places of a document: names that may be there once, sources first, artifacts made before they are used.</summary>
internal sealed class StructureRules
{
    private readonly HashSet<string> _stages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Stage, int RunOrder)> _made = new(StringComparer.Ordinal);
    private readonly List<(MappingReader Place, string Artifact, int Stage, int RunOrder)> _used = [];
    private int _stage = -1;
    private int _runOrder;

    public void BeginStage(MappingReader place, string name)
    {
        _stage++;
        _actions.Clear();
        if (name.Length > 0 && !_stages.Add(name))
        {
            place.Fault("name", $"there is a stage '{name}' already; stages of a pipeline have different names");
        }
    }

    public void BeginAction(MappingReader place, string name, ActionTypeId? type, int runOrder)
    {
        _runOrder = runOrder;
        if (name.Length > 0 && !_actions.Add(name))
        {
            place.Fault("name", $"there is an action '{name}' in this stage already; actions of a stage have different names");
        }

        if (type is not null && type.Provider.Length > 0 && type.Category == ActionCategory.Source != (_stage == 0))
        {
            place.Fault("actionTypeId", _stage == 0
                ? $"the first stage holds sources only, not {type.Category}"
                : "a source stands in the first stage only");
        }
    }

    public void Produce(MappingReader place, string artifact)
    {
        if (!_made.TryAdd(artifact, (_stage, _runOrder)))
        {
            place.Fault("name", $"another action makes '{artifact}' already; output artifacts have different names");
        }
    }

    public void Consume(MappingReader place, string artifact) => _used.Add((place, artifact, _stage, _runOrder));

    /// <summary>At the end: an action further down in the document may run earlier.</summary>
    public void CheckArtifacts()
    {
        foreach (var (place, artifact, stage, runOrder) in _used)
        {
            if (!_made.TryGetValue(artifact, out var made))
            {
                place.Fault("name", $"no action makes '{artifact}'; there are: {string.Join(", ", _made.Keys.DefaultIfEmpty("none"))}");
            }
            else if (made.CompareTo((stage, runOrder)) >= 0)
            {
                place.Fault("name", $"'{artifact}' is not made before this action: it is made in stage {made.Stage + 1} at runOrder {made.RunOrder}");
            }
        }
    }
}
