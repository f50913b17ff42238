using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a rule of a condition.</summary>
internal static class RuleDocument
{
    private const int LongestValue = 10_000;

    public static RuleDeclaration Read(MappingReader map, DeclarationReading reading, ISet<string> names, Place at)
    {
        var name = Names.Required(map, "name", Names.Name);
        if (name.Length > 0 && !names.Add(name))
        {
            map.Fault("name", $"there is a rule '{name}' in this condition already; rules of a condition have different names", FaultKinds.Stage);
        }

        var type = map.RequiredMapping("ruleTypeId", Type) ?? new RuleTypeId { Category = RuleCategory.Rule, Provider = "" };
        var kind = RuleKinds.All.FirstOrDefault(known => known.Provider == type.Provider);
        var inputs = ArtifactDocument.Inputs(map, kind?.Inputs, name, reading, at);
        var work = new Work("rule", name, kind is null ? null : new Settings(kind.Provider, kind.Keys, TakesOtherKeys: false, RuleChecks.Of(kind)), inputs.Select(input => input.Name).ToList(), at, LongestValue, FaultKinds.Stage);
        var rule = new RuleDeclaration
        {
            Name = name,
            RuleTypeId = type,
            InputArtifacts = inputs.OrNone(),
            Configuration = ConfigurationDocument.Read(map, work, reading) is { Count: > 0 } configuration ? configuration : null,
            Commands = CommandsDocument.Read(map, "rule", name, kind?.TakesCommands, FaultKinds.Stage),
            RoleArn = Texts.Optional(map, "roleArn", 1024),
            Region = Texts.Optional(map, "region", 30, least: 4),
            TimeoutInMinutes = map.OptionalInt("timeoutInMinutes", 5, 86400),
        };
        NeverKept.Doubt(map, rule, at);
        return rule;
    }

    private static RuleTypeId Type(MappingReader map)
    {
        var (provider, version) = (map.RequiredString("provider"), map.OptionalString("version"));
        if (provider.Length > 0 && !RuleKinds.All.Any(kind => kind.Provider == provider))
        {
            var known = RuleKinds.All.Select(kind => kind.Provider).ToList();
            map.Fault("provider", $"there is no rule '{provider}'{NearMiss.Suggestion(provider, known)}; there are: {string.Join(", ", known)}", FaultKinds.Stage);
        }

        if (version is not (null or "1"))
        {
            map.Fault("version", $"'1' was expected, not '{version}'", FaultKinds.Stage);
        }

        return new RuleTypeId { Category = map.RequiredEnum<RuleCategory>("category"), Owner = map.OptionalEnum<RuleOwner>("owner"), Provider = provider, Version = version };
    }
}
