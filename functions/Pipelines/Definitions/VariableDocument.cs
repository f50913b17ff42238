using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a variable of a pipeline. One without a default is given with each start.</summary>
internal static class VariableDocument
{
    private const int LongestName = 128;

    public static PipelineVariableDeclaration Read(MappingReader map, DeclarationReading reading)
    {
        var name = Names.Required(map, "name", Names.Variable, LongestName);
        if (name.Length > 0 && !reading.Variables.Declare(name))
        {
            map.Fault("name", $"Variable names must be unique. The following variable name is already in use: {name}", FaultKinds.Structure);
        }

        return new PipelineVariableDeclaration { Name = name, DefaultValue = Texts.Optional(map, "defaultValue", 1000), Description = Texts.Optional(map, "description", 200, least: 0) };
    }
}
