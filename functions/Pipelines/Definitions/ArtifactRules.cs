using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Artifacts are made once, and before they are used.</summary>
internal sealed class ArtifactRules
{
    private readonly Dictionary<string, Place> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingReader> _makers = new(StringComparer.Ordinal);
    private readonly List<(MappingReader Map, string Artifact, string Action, Place At)> _used = [];

    public bool IsMade(string artifact) => _made.ContainsKey(artifact);

    public void Produce(MappingReader map, string artifact, Place at)
    {
        _makers.TryAdd(artifact, map);
        if (!_made.TryAdd(artifact, at))
        {
            map.Fault("name", $"Output Artifact Bundle name must be unique within the pipeline. {artifact} has been used more than once; expected another name: another action makes '{artifact}' already", FaultKinds.Structure);
        }
    }

    public void Consume(MappingReader map, string artifact, string action, Place at) => _used.Add((map, artifact, action, at));

    public void Check(StageGraph graph)
    {
        foreach (var (map, artifact, action, at) in _used)
        {
            if (Why(graph, artifact, at) is { } why)
            {
                map.Fault("name", $"Input Artifact Bundle {artifact} in action {action} is not declared as Output Artifact Bundle in any of the preceding actions; {why}", FaultKinds.Action);
            }
        }
    }

    /// <summary>Tells what is made for nobody: of sources nothing, since every one must make an artifact.</summary>
    public void Doubt()
    {
        foreach (var (artifact, map) in _makers.Where(made => _made[made.Key].Stage > 0 && _used.All(use => use.Artifact != made.Key)))
        {
            map.Doubt("name", $"no action and no rule takes the artifact '{artifact}'; take it out, or name it as an input artifact");
        }
    }

    private string? Why(StageGraph graph, string artifact, Place at) => !_made.TryGetValue(artifact, out var made)
        ? $"no action makes '{artifact}'{NearMiss.Suggestion(artifact, _made.Keys)}; there are: {string.Join(", ", _made.Keys.DefaultIfEmpty("none"))}"
        : graph.IsBefore(made, at) ? null
        : $"'{artifact}' is not made before this action: it is made in stage {made.Stage + 1} at runOrder {made.RunOrder}";
}
