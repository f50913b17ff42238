using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads an action's configuration: texts by name. The service that does the action checks the rest.</summary>
internal static class ConfigurationDocument
{
    private const int LongestKey = 50;
    private const int LongestValue = 50_000;

    public static IReadOnlyDictionary<string, string> Read(MappingReader action, ActionKind? rule)
    {
        if (rule is { } && rule.Keys.Any(key => key.Required) && !action.Required("configuration", $"a map with {string.Join(", ", rule.Keys.Where(key => key.Required).Select(key => key.Name))}"))
        {
            return new Dictionary<string, string>();
        }

        return action.OptionalMapping("configuration", map => Entries(map, rule)) ?? new Dictionary<string, string>();
    }

    private static Dictionary<string, string> Entries(MappingReader map, ActionKind? rule)
    {
        foreach (var name in rule?.Keys.Where(key => key.Required).Select(key => key.Name) ?? [])
        {
            map.RequiredString(name);
        }

        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in rule is null or { TakesOtherKeys: true } ? map.Names : rule.Keys.Select(key => key.Name))
        {
            if (map.OptionalString(name) is { } value)
            {
                entries[name] = value;
                Check(map, name, value);
            }
        }

        if (rule?.Provider == SourceTypes.Git)
        {
            CheckGit(map, entries);
        }

        return entries;
    }

    private static void Check(MappingReader map, string name, string value)
    {
        if (name.Length > LongestKey || value.Length > LongestValue)
        {
            map.Fault(name, $"a name of at most {LongestKey} and a value of at most {LongestValue} characters were expected");
        }

        if (value.Contains("#{", StringComparison.Ordinal))
        {
            map.Fault(name, "variables (#{…}) are not built yet");
        }
    }

    private static void CheckGit(MappingReader map, Dictionary<string, string> entries)
    {
        if (entries.GetValueOrDefault("Repository") is { } repository)
        {
            if (RepositoryAddress.Fault(repository) is { } fault)
            {
                map.Fault("Repository", fault);
            }
            else if (Credentials.Removed(repository) != repository)
            {
                map.Fault("Repository", "a URL without user and password was expected: a pipeline is shown to people and its artifacts name the repository");
            }
        }

        if (entries.GetValueOrDefault("Branch") is { } branch && BranchName.Fault(branch) is { } wrong)
        {
            map.Fault("Branch", wrong);
        }
    }
}
