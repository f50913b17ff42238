using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads the configuration of an action or a rule: texts by name.</summary>
internal static class ConfigurationDocument
{
    private const int LongestKey = 50;

    public static IReadOnlyDictionary<string, string> Read(MappingReader owner, Work work, DeclarationReading reading)
    {
        var configuration = owner.OptionalMapping("configuration", map => Entries(map, work, reading));
        if (!owner.Has("configuration"))
        {
            RefuseMissing(owner, "configuration", work, new HashSet<string>());
        }

        return configuration ?? new Dictionary<string, string>();
    }

    private static Dictionary<string, string> Entries(MappingReader map, Work work, DeclarationReading reading)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in map.Names.Where(map.Has))
        {
            if (map.OptionalString(name) is { } value)
            {
                entries[name] = value;
                Check(map, work, name, value);
                reading.Variables.Use(new VariableUse(map, map.Node(name)!, value, reading.Structure.StageName, work.Name, name, work.At, work.IsSource));
            }
        }

        RefuseMissing(map, member: null, work, map.Names.Where(map.Has).ToHashSet());
        work.Settings?.Check?.Invoke(new ConfigurationRead(map, entries, work));
        return entries;
    }

    private static void RefuseMissing(MappingReader map, string? member, Work work, IReadOnlySet<string> there)
    {
        foreach (var key in work.Settings?.Keys.Where(key => key.Required && !there.Contains(key.Name)) ?? [])
        {
            map.Fault(member ?? key.Name, $"Action configuration for {work.Word} '{work.Name}' is missing required configuration '{key.Name}'{OneOf(key)}", work.FaultKind);
        }
    }

    private static void Check(MappingReader map, Work work, string name, string value)
    {
        if (name.Length is 0 or > LongestKey || value.Length == 0 || value.Length > work.LongestValue)
        {
            map.Fault(name, $"a name of 1 to {LongestKey} and a value of 1 to {work.LongestValue} characters were expected", FaultKinds.Validation);
        }

        if (work.Settings is not { } settings)
        {
            return;
        }

        if (settings.Keys.FirstOrDefault(key => key.Name == name) is { } known)
        {
            CheckValue(map, work, known, value);
        }
        else if (!settings.TakesOtherKeys)
        {
            var names = settings.Keys.Select(key => key.Name).ToList();
            map.Fault(name, $"Action configuration for {work.Word} '{work.Name}' contains unknown configuration '{name}'{NearMiss.Suggestion(name, names)}; {settings.Provider} has: {string.Join(", ", names.DefaultIfEmpty("none"))}", work.FaultKind);
        }
    }

    private static void CheckValue(MappingReader map, Work work, ConfigurationKey key, string value)
    {
        if (VariableReferences.Any(value))
        {
            return;
        }

        if (key.OneOf is { } words && !words.Contains(value))
        {
            map.Fault(key.Name, $"one of {string.Join(", ", words)} was expected, not '{(key.Secret ? "…" : Shown(value))}'{(key.Secret ? "" : NearMiss.Suggestion(value, words))}", work.FaultKind);
        }

        if (key.Longest > 0 && value.Length > key.Longest)
        {
            map.Fault(key.Name, $"at most {key.Longest} characters were expected, not {value.Length}", work.FaultKind);
        }
    }

    private static string OneOf(ConfigurationKey key) => key.OneOf is { } words ? $"; expected one of {string.Join(", ", words)}" : "";

    private static string Shown(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
