using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Variables;

/// <summary>The variables that an action or a rule sees when it begins.</summary>
internal sealed class VariableScope(Turn turn)
{
    private const int LongestConfiguration = 100 * 1024;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _named = NamedVariables.Of(turn);

    /// <summary>Fills in what the texts refer to.</summary>
    /// <returns>Either the filled texts or what is wrong with them.</returns>
    public (IReadOnlyDictionary<string, string> Filled, string? Fault) Fill(IReadOnlyDictionary<string, string> texts)
    {
        var unknown = new List<string>();
        var filled = texts.ToDictionary(text => text.Key, text => Fill(text.Value, unknown), StringComparer.Ordinal);
        return unknown.Count > 0 ? (texts, $"There is no value for {string.Join(", ", unknown.Distinct())}. There are: {string.Join(", ", Known())}.")
            : filled.Sum(text => text.Key.Length + text.Value.Length) > LongestConfiguration ? (texts, "With its variables filled in, the configuration is longer than 100 KB.")
            : (filled, null);
    }

    /// <summary>Fills in one text; what is unknown is added to a list and left as it is.</summary>
    public string Fill(string text, ICollection<string> unknown) => VariableReferences.Replace(text, reference =>
    {
        if (Find(reference) is { } value)
        {
            return value;
        }

        unknown.Add(reference.Text);
        return reference.Text;
    });

    private string? Find(VariableReference reference) => reference switch
    {
        { Namespace: VariableReferences.Service, Name: VariableReferences.ExecutionId } => turn.Run.PipelineExecutionId,
        { Namespace: VariableReferences.Pipeline, Name: { } name } => turn.Run.Variables.GetValueOrDefault(name),
        { Namespace: { } given, Name: { } name } => _named.GetValueOrDefault(given)?.GetValueOrDefault(name),
        _ => null,
    };

    private IEnumerable<string> Known() =>
    [
        $"#{{{VariableReferences.Service}.{VariableReferences.ExecutionId}}}",
        .. turn.Run.Variables.Keys.Select(name => $"#{{{VariableReferences.Pipeline}.{name}}}"),
        .. _named.SelectMany(given => given.Value.Keys.Select(name => $"#{{{given.Key}.{name}}}")),
    ];
}
