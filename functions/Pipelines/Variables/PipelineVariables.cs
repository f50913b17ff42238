using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Variables;

/// <summary>What a pipeline's own variables are in a run: what the start gives, or else the default.</summary>
internal static class PipelineVariables
{
    /// <summary>For who starts by hand.</summary>
    /// <exception cref="Platform.Protocol.ApiException">A variable is not declared, is given twice, or has neither value nor default: all of it.</exception>
    public static IReadOnlyDictionary<string, string> Of(PipelineDeclaration pipeline, IReadOnlyList<PipelineVariable> given)
    {
        var declared = (pipeline.Variables ?? []).ToDictionary(variable => variable.Name, variable => variable.DefaultValue, StringComparer.Ordinal);
        List<string> faults =
        [
            .. given.Where(variable => !declared.ContainsKey(variable.Name)).Select(variable => $"the pipeline declares no variable '{variable.Name}'; there are: {string.Join(", ", declared.Keys.DefaultIfEmpty("none"))}"),
            .. given.GroupBy(variable => variable.Name).Where(same => same.Count() > 1).Select(same => $"the variable '{same.Key}' is given {same.Count()} times"),
            .. declared.Where(variable => variable.Value is null && given.All(other => other.Name != variable.Key)).Select(variable => $"the variable '{variable.Key}' has no default and must be given"),
        ];
        return faults.Count == 0 ? Merge(declared, given) : throw InvalidRequest.Of($"The variables cannot be taken: {string.Join("; ", faults)}.");
    }

    /// <summary>For triggers, which give what they can: what has no value is missed by the action that refers to it, by name.</summary>
    public static IReadOnlyDictionary<string, string> Known(PipelineDeclaration pipeline, IReadOnlyList<PipelineVariable>? given = null)
    {
        var declared = (pipeline.Variables ?? []).ToDictionary(variable => variable.Name, variable => variable.DefaultValue, StringComparer.Ordinal);
        return Merge(declared, [.. (given ?? []).Where(variable => declared.ContainsKey(variable.Name))]);
    }

    private static Dictionary<string, string> Merge(Dictionary<string, string?> declared, IReadOnlyList<PipelineVariable> given)
    {
        var values = declared.Where(variable => variable.Value is not null).ToDictionary(variable => variable.Key, variable => variable.Value!, StringComparer.Ordinal);
        foreach (var variable in given)
        {
            values[variable.Name] = variable.Value;
        }

        return values;
    }
}
