using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Variables that a text refers to are declared, or given by an action that is over before.</summary>
internal sealed class VariableRules
{
    private const string Format = "Valid format for a pipeline execution variable reference is a namespace and a key separated by a period ('.')";
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (MappingReader Map, Place At, Giver Giver)> _given = new(StringComparer.Ordinal);
    private readonly List<VariableUse> _used = [];

    /// <returns>Whether there was none of this name.</returns>
    public bool Declare(string name) => _declared.Add(name);

    /// <summary>Notes the namespace of an action's variables.</summary>
    public void Give(MappingReader map, string name, Place at, Giver giver)
    {
        if (name is VariableReferences.Service or VariableReferences.Pipeline)
        {
            map.Fault("namespace", $"'{name}' is reserved; expected another name than {VariableReferences.Service} and {VariableReferences.Pipeline}", FaultKinds.Action);
        }
        else if (!_given.TryAdd(name, (map, at, giver)))
        {
            map.Fault("namespace", $"another action has the namespace '{name}' already; actions of a pipeline have different namespaces", FaultKinds.Action);
        }
    }

    /// <summary>Where variables of actions are referred to.</summary>
    public IEnumerable<NamedUse> Named =>
        from use in _used
        from reference in VariableReferences.In(use.Text)
        where reference.Namespace is not (null or VariableReferences.Service or VariableReferences.Pipeline)
        select new NamedUse(use.Node, reference.Namespace!, reference.Name!);

    public void Use(VariableUse use)
    {
        if (VariableReferences.Any(use.Text))
        {
            _used.Add(use);
        }
    }

    public void Check(StageGraph graph, ArtifactRules artifacts)
    {
        foreach (var (name, given) in _given.Where(given => artifacts.IsMade(given.Key)))
        {
            given.Map.Fault("namespace", $"'{name}' is the name of an artifact; expected another name", FaultKinds.Action);
        }

        foreach (var use in _used)
        {
            foreach (var fault in Faults(graph, use).Distinct())
            {
                use.Map.Fault(use.Node, fault, FaultKinds.Action);
            }
        }

        _used.ForEach(Foresee);
    }

    /// <summary>CodePipeline takes such a document, and its run fails where the value is wanted.</summary>
    private void Foresee(VariableUse use)
    {
        foreach (var reference in VariableReferences.In(use.Text).Where(reference => reference.Namespace is not null).DistinctBy(reference => reference.Text))
        {
            if (_given.TryGetValue(reference.Namespace!, out var given) && given.Giver is { Variables: { } known } giver && !known.Contains(reference.Name!))
            {
                use.Map.Foresee(use.Node, $"{reference.Text} will have no value: {giver.Action} ({giver.Kind!.Provider}) gives no '{reference.Name}'{NearMiss.Suggestion(reference.Name!, known)}; it gives: {List(known)}");
            }
        }
    }

    private IEnumerable<string> Faults(StageGraph graph, VariableUse use)
    {
        var references = VariableReferences.In(use.Text).ToList();
        if (use.Text.Split("#{").Length - 1 > references.Count)
        {
            yield return $"{Format}. In '{use.Key}' a '#{{' has no '}}'; expected #{{NAMESPACE.KEY}}";
        }

        foreach (var reference in references)
        {
            if (Why(graph, use, reference) is { } why)
            {
                yield return $"{why.Message}\nStageName=[{use.StageName}], ActionName=[{use.ActionName}], ActionConfigurationKey=[{use.Key}], VariableReferenceText=[{reference.Text[2..^1]}]; {why.Expected}";
            }
        }
    }

    private (string Message, string Expected)? Why(StageGraph graph, VariableUse use, VariableReference reference) => reference switch
    {
        { Namespace: null } => ($"{Format}.", "expected #{NAMESPACE.KEY}"),
        _ when use.IsSource => ("Variables cannot be used in source actions.", "a source is looked at before there is a run"),
        { Namespace: VariableReferences.Service } => reference.Name == VariableReferences.ExecutionId ? null : (NotThere("keys"), $"expected #{{{VariableReferences.Service}.{VariableReferences.ExecutionId}}}"),
        { Namespace: VariableReferences.Pipeline } => _declared.Contains(reference.Name!) ? null : (NotThere("variables"), $"the pipeline declares: {List(_declared)}{NearMiss.Suggestion(reference.Name!, _declared)}"),
        _ => Given(graph, use, reference.Namespace),
    };

    private (string Message, string Expected)? Given(StageGraph graph, VariableUse use, string name) => !_given.TryGetValue(name, out var given)
        ? ($"{Format}. The following pipeline execution variables are referencing a namespace that does not exist.", $"there are: {List(_given.Keys)}{NearMiss.Suggestion(name, _given.Keys)}")
        : graph.IsBefore(given.At, use.At) ? null
        : ("The following pipeline execution variables are referencing a namespace of an action that is not over before.", $"'{name}' is given in stage {given.At.Stage + 1} at runOrder {given.At.RunOrder}");

    private static string NotThere(string what) => $"The following pipeline execution variables are referencing {what} that do not exist.";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("none"));
}
