namespace Sluice.Local.Cloud.Tasks;

/// <summary>A task's environment: what it may see of this machine, then what is known late, then its definition's, then its overrides.</summary>
internal static class TaskEnvironment
{
    public static Dictionary<string, string> Of(
        IReadOnlyDictionary<string, string> host, TaskProgram program, IReadOnlyDictionary<string, string> overrides) => With(Of(host, program), overrides);

    /// <summary>Without overrides.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> host, TaskProgram program) =>
        With(host.Where(pair => program.PassedVariables.Any(name => Matches(name, pair.Key))), program.Late().Concat(program.Environment));

    public static Dictionary<string, string> With(IEnumerable<KeyValuePair<string, string>> environment, IEnumerable<KeyValuePair<string, string>> overrides)
    {
        var variables = environment.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in overrides)
        {
            variables[name] = value;
        }

        return variables;
    }

    private static bool Matches(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
