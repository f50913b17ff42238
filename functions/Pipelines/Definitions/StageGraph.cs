using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Which stages a stage comes after: those that it names, or else the one above it, and all that those come after.</summary>
internal sealed class StageGraph
{
    private readonly IReadOnlyList<IReadOnlySet<int>> _earlier;

    private StageGraph(IReadOnlyList<IReadOnlySet<int>> earlier) => _earlier = earlier;

    public static StageGraph Of(MappingReader pipeline, IReadOnlyList<StageNote> stages)
    {
        var needs = stages.Select((stage, place) => Needs(stages, stage, place)).ToList();
        var graph = new StageGraph([.. needs.Select((_, place) => Earlier(needs, place))]);
        var circle = stages.Where((_, place) => graph._earlier[place].Contains(place)).Select(stage => $"'{stage.Name}'").ToList();
        if (circle.Count > 0)
        {
            pipeline.Fault("stages", $"the stages {string.Join(", ", circle)} wait for each other; a stage without needs comes after the one above it", FaultKinds.Structure);
        }

        return graph;
    }

    /// <summary>Whether one is surely over when the other begins.</summary>
    public bool IsBefore(Place one, Place other) => one.Stage == other.Stage ? one.RunOrder < other.RunOrder : _earlier[other.Stage].Contains(one.Stage);

    private static IReadOnlyList<int> Needs(IReadOnlyList<StageNote> stages, StageNote stage, int place)
    {
        if (stage.Needs is null)
        {
            return place == 0 ? [] : [place - 1];
        }

        if (place == 0)
        {
            stage.Place.Fault("needs", "the first stage comes after no other; take it out", FaultKinds.Stage);
            return [];
        }

        return [.. Named(stages, stage)];
    }

    private static IEnumerable<int> Named(IReadOnlyList<StageNote> stages, StageNote stage)
    {
        var found = new HashSet<int>();
        foreach (var name in stage.Needs!)
        {
            var place = stages.TakeWhile(other => other.Name != name).Count();
            if (place == stages.Count)
            {
                stage.Place.Fault("needs", $"there is no stage '{name}'{NearMiss.Suggestion(name, stages.Select(other => other.Name))}", FaultKinds.Stage);
            }
            else if (!found.Add(place))
            {
                stage.Place.Fault("needs", $"'{name}' is there twice", FaultKinds.Stage);
            }
        }

        return found;
    }

    private static HashSet<int> Earlier(List<IReadOnlyList<int>> needs, int place)
    {
        var earlier = new HashSet<int>();
        var open = new Stack<int>(needs[place]);
        while (open.TryPop(out var next))
        {
            if (earlier.Add(next))
            {
                needs[next].ToList().ForEach(open.Push);
            }
        }

        return earlier;
    }
}
