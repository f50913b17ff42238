using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Fields of Amazon States Language that this engine does not have, and what to do instead.</summary>
internal static class NotSupported
{
    private const string Jsonata = "it belongs to JSONata, which is not supported here: JSONPath is";
    private const string Distributed = "it belongs to the distributed Map, which is not supported here: the inline Map is";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Assign"] = "variables are not supported here: keep the value in the state's data with ResultPath",
        ["Arguments"] = Jsonata,
        ["Output"] = Jsonata,
        ["Items"] = Jsonata,
        ["Condition"] = Jsonata,
        ["ItemReader"] = Distributed,
        ["ItemBatcher"] = Distributed,
        ["ResultWriter"] = Distributed,
        ["Label"] = Distributed,
        ["ToleratedFailurePercentage"] = Distributed,
        ["ToleratedFailurePercentagePath"] = Distributed,
        ["ToleratedFailureCount"] = Distributed,
        ["ToleratedFailureCountPath"] = Distributed,
        ["Credentials"] = "calls are made with this machine's own rights, so Credentials are not supported here",
    };

    internal static string? Member(string field) => Reasons.TryGetValue(field, out var reason) ? $"the field '{field}' cannot be used: {reason}." : null;

    /// <summary>What is said of an expression of JSONata, <c>{% … %}</c>, where none can stand; null if the value is none.</summary>
    internal static string? Value(DocumentNode node) =>
        node is ScalarNode { IsPlain: false, Text: var text } && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal) ? $"\"{text}\" cannot be used: {Jsonata}." : null;
}
