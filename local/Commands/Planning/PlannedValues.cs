using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Variables;

namespace Sluice.Local.Commands.Planning;

/// <summary>Fills in variables as far as they are known before a run. What an action will give is told as <c>(NAME from ACTION)</c>.</summary>
internal sealed class PlannedValues(PipelineDeclaration pipeline, IReadOnlyDictionary<string, string> variables, IReadOnlyList<PlannedSource> sources)
{
    public IReadOnlyDictionary<string, string> Fill(IReadOnlyDictionary<string, string>? texts) => (texts ?? new Dictionary<string, string>()).ToDictionary(text => text.Key, text => Fill(text.Value), StringComparer.Ordinal);

    /// <summary>Whether all of them are known.</summary>
    public bool AreKnown(IReadOnlyDictionary<string, string>? texts) => (texts ?? new Dictionary<string, string>()).Values.SelectMany(VariableReferences.In).All(reference => Known(reference) is not null);

    private string Fill(string text) => VariableReferences.Replace(text, reference => Known(reference) ?? reference switch
    {
        { Namespace: VariableReferences.Service } => "(the run's id)",
        { Namespace: { } given } => $"({reference.Name} from {Giver(given)?.Name ?? given})",
        _ => reference.Text,
    });

    private string? Known(VariableReference reference) => reference switch
    {
        { Namespace: VariableReferences.Pipeline, Name: { } name } => variables.GetValueOrDefault(name),
        { Namespace: { } given, Name: "CommitId" or "BranchName" } when sources.FirstOrDefault(source => source.ActionName == Giver(given)?.Name) is { } source => reference.Name == "CommitId" ? source.Revision : source.Branch,
        _ => null,
    };

    private ActionDeclaration? Giver(string name) => pipeline.Stages.SelectMany(stage => stage.Actions).FirstOrDefault(action => action.Namespace == name);
}
