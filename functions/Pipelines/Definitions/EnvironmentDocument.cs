using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads the environment variables of an action.</summary>
internal static class EnvironmentDocument
{
    private const int Most = 10;
    private const int LongestName = 128;
    private const int LongestValue = 2000;

    public static IReadOnlyList<EnvironmentVariable>? Read(MappingReader map, Work work, bool? takes, DeclarationReading reading)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var variables = map.ListOfMappings("environmentVariables", variable => Variable(variable, work, names, reading)).OrNone();
        if (variables?.Count > Most)
        {
            map.Fault("environmentVariables", $"at most {Most} were expected, not {variables.Count}", FaultKinds.Validation);
        }

        if (variables is not null && takes == false)
        {
            map.Fault("environmentVariables", "this kind of action has none; take it out", FaultKinds.Action);
        }

        return variables;
    }

    private static EnvironmentVariable Variable(MappingReader map, Work work, HashSet<string> names, DeclarationReading reading)
    {
        var name = Names.Required(map, "name", Names.Environment, LongestName);
        if (name.Length > 0 && !names.Add(name))
        {
            map.Fault("name", $"there is a variable '{name}' already", FaultKinds.Action);
        }

        map.Required("value", "a string");
        var value = Texts.Optional(map, "value", LongestValue) ?? "";
        if (map.Node("value") is ScalarNode node)
        {
            reading.Variables.Use(new VariableUse(map, node, value, reading.Structure.StageName, work.Name, $"environmentVariables.{name}", work.At, work.IsSource));
        }

        return new EnvironmentVariable { Name = name, Value = value, Type = map.OptionalEnum<EnvironmentVariableType>("type") };
    }
}
