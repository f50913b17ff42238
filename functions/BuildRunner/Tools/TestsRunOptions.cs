using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Tools;

/// <summary>What <c>codebuild-tests-run</c> was asked to do.</summary>
/// <param name="TestCommand">Runs tests; the files are appended to it.</param>
/// <param name="FilesSearch">Lists all test files, one a line.</param>
/// <param name="Strategy">How they are divided.</param>
/// <param name="Durations">The file that says how long each took; null for what the project's reports tell, if that is how they are divided.</param>
internal sealed record TestsRunOptions(string TestCommand, string FilesSearch, string Strategy, string? Durations)
{
    public const string EqualDistribution = "equal-distribution";
    public const string Stability = "stability";
    public const string ByDuration = "duration";
    private const string Usage = "codebuild-tests-run --test-command COMMAND --files-search COMMAND [--sharding-strategy equal-distribution|stability|duration] [--durations FILE]";
    private static readonly string[] _names = ["--test-command", "--files-search", "--sharding-strategy", "--durations"];
    private static readonly string[] _strategies = [EqualDistribution, Stability, ByDuration];

    /// <exception cref="ToolException">With all that is wrong.</exception>
    public static TestsRunOptions Parse(IReadOnlyList<string> arguments)
    {
        var faults = new List<string>();
        var values = Values(arguments, faults);
        foreach (var name in _names.Take(2).Where(name => string.IsNullOrWhiteSpace(values.GetValueOrDefault(name))))
        {
            faults.Add($"{name} is missing; expected a command");
        }

        var strategy = values.GetValueOrDefault("--sharding-strategy", EqualDistribution);
        if (!_strategies.Contains(strategy))
        {
            faults.Add($"--sharding-strategy is one of {string.Join(", ", _strategies)}, not '{strategy}'{NearMiss.Suggestion(strategy, _strategies)}");
        }

        if (strategy != ByDuration && values.ContainsKey("--durations"))
        {
            faults.Add($"--durations is of no use without --sharding-strategy {ByDuration}");
        }

        return faults.Count == 0
            ? new TestsRunOptions(values["--test-command"], values["--files-search"], strategy, values.GetValueOrDefault("--durations"))
            : throw new ToolException($"{string.Join("\n", faults)}\n{Usage}", ToolException.WrongUsage);
    }

    private static Dictionary<string, string> Values(IReadOnlyList<string> arguments, List<string> faults)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            if (!_names.Contains(parts[0]))
            {
                faults.Add($"'{arguments[i]}' is not known{NearMiss.Suggestion(parts[0], _names)}");
                // What follows is most likely its value.
                i += arguments[i].StartsWith("--", StringComparison.Ordinal) && parts.Length == 1 && i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? 1 : 0;
            }
            else if (parts.Length == 1 && i + 1 == arguments.Count)
            {
                faults.Add($"{parts[0]} has no value");
            }
            else if (!values.TryAdd(parts[0], parts.Length == 2 ? parts[1] : arguments[++i]))
            {
                faults.Add($"{parts[0]} is there twice");
            }
        }

        return values;
    }
}
