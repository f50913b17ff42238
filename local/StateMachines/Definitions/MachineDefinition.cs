using System.Security.Cryptography;
using System.Text;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A state machine in Amazon States Language (JSONPath), checked whole and compiled. It never changes and serves any number of executions.</summary>
public sealed class MachineDefinition
{
    private static readonly Dictionary<string, string> NoSubstitutions = [];
    private string? hash;

    internal MachineDefinition(string text, StateGraph graph, int? timeoutSeconds, IReadOnlyDictionary<string, string> resources)
    {
        Text = text;
        Graph = graph;
        TimeoutSeconds = timeoutSeconds;
        Resources = resources;
    }

    /// <summary>The JSON that was parsed, after substitution.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text, in hexadecimal.</summary>
    public string Hash => hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    internal StateGraph Graph { get; }

    internal int? TimeoutSeconds { get; }

    /// <summary>What the machine's Task states call, without pattern suffixes, and the path of a field that says so.</summary>
    internal IReadOnlyDictionary<string, string> Resources { get; }

    /// <summary>Parses a definition that holds no <c>${…}</c>.</summary>
    /// <exception cref="InvalidDefinitionException">It has faults.</exception>
    public static MachineDefinition Parse(string text) => DefinitionParser.Parse(text, NoSubstitutions, null, "definition");

    /// <summary>Parses a definition after each <c>${Name}</c> in it has been replaced; one that is not named here is a fault.</summary>
    /// <exception cref="InvalidDefinitionException">It has faults.</exception>
    public static MachineDefinition Parse(string text, IReadOnlyDictionary<string, string> substitutions) =>
        DefinitionParser.Parse(text, substitutions, null, "definition");

    /// <summary>Parses a definition, and refuses resources that these services do not serve.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="substitutions">Values for each <c>${Name}</c>.</param>
    /// <param name="services">Who serves the Task states.</param>
    /// <param name="file">What the faults call the document.</param>
    /// <exception cref="InvalidDefinitionException">It has faults.</exception>
    public static MachineDefinition Parse(string text, IReadOnlyDictionary<string, string> substitutions, ITaskServices services, string file) =>
        DefinitionParser.Parse(text, substitutions, services, file);
}
