using System.Text;
using System.Text.Json;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads and checks a whole definition.</summary>
internal static class DefinitionParser
{
    internal static MachineDefinition Parse(string text, IReadOnlyDictionary<string, string> substitutions, ITaskServices? services, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var substituted = Substitution.Apply(text, substitutions, file);
        var utf8 = Encoding.UTF8.GetBytes(substituted);
        var map = new SourceMap(utf8);
        var faults = new FaultSink(file, map);
        if (Read(utf8, map, file) is not DataObject document)
        {
            throw new InvalidDefinitionException([new Fault(file, 1, "", "a definition is a JSON object with StartAt and States.")]);
        }

        foreach (var path in map.Repeated)
        {
            faults.Add(path, "there is another member of this name.");
        }

        if (utf8.Length > Limits.DefinitionBytes)
        {
            faults.Add("", $"the definition has {utf8.Length} bytes, and {Limits.DefinitionBytes} is the most.");
        }

        return ParseMachine(new Fields(document, "", faults), substituted, services);
    }

    private static MachineDefinition ParseMachine(Fields fields, string text, ITaskServices? services)
    {
        var resources = new Dictionary<string, string>();
        var timeout = fields.Integer("TimeoutSeconds", 1, Limits.LongestWaitSeconds);
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            fields.Fault("Version", $"'{version}' is not supported; \"1.0\" is.");
        }

        var graph = GraphParser.Parse(fields, resources);
        fields.Close("a state machine");
        foreach (var (resource, path) in resources)
        {
            if (services?.Serves(resource) == false)
            {
                fields.Faults.Add(path, $"nothing here serves '{resource}'.");
            }
        }

        return graph is not null && fields.Faults.IsEmpty
            ? new MachineDefinition(text, graph, timeout, resources)
            : throw fields.Faults.ToException();
    }

    private static Data Read(byte[] utf8, SourceMap map, string file)
    {
        try
        {
            return DataReader.Read(utf8, map);
        }
        catch (JsonException error)
        {
            throw new InvalidDefinitionException([new Fault(file, (int)(error.LineNumber ?? 0) + 1, "", $"this is not JSON: {error.Message}")]);
        }
    }
}
