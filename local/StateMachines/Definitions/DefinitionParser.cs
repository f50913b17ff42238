using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads and checks a whole definition.</summary>
internal static class DefinitionParser
{
    private static readonly DocumentDialect Dialect = new()
    {
        HasExactTypes = true,
        Depth = Limits.PayloadDepth,
        Nodes = Limits.DefinitionBytes,
        WhyNoMember = NotSupported.Member,
        WhyNoValue = NotSupported.Value,
    };

    internal static MachineDefinition Parse(string text, IReadOnlyDictionary<string, string> substitutions, ITaskServices? services, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var substituted = Substitution.Apply(text, substitutions, file);
        try
        {
            return DocumentReader.ReadJson(file, substituted, reader => ParseMachine(new Fields(reader, new DefinitionNotes()), substituted, services), Dialect)!;
        }
        catch (InvalidDocumentException error)
        {
            throw new InvalidDefinitionException(error.Faults);
        }
    }

    /// <summary>Null only if faults are noted.</summary>
    private static MachineDefinition? ParseMachine(Fields fields, string text, ITaskServices? services)
    {
        fields.Are("a state machine");
        var timeout = fields.Integer("TimeoutSeconds", 1, Limits.LongestWaitSeconds);
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            fields.Fault("Version", $"'{version}' is not supported; \"1.0\" is.");
        }

        var graph = GraphParser.Parse(fields);
        foreach (var (resource, state) in fields.Notes.Resources.Where(called => services?.Serves(called.Key) == false))
        {
            state.Fault("Resource", $"nothing here serves '{resource}'.");
        }

        return graph is null ? null : new MachineDefinition(text, graph, timeout, fields.Notes.Resources.ToDictionary(called => called.Key, called => $"{called.Value.Path}.Resource"));
    }
}
