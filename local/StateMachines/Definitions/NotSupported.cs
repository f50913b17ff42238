using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

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

    /// <summary>Whether the value is an expression of JSONata, <c>{% … %}</c>.</summary>
    internal static bool IsJsonata(Data value) => value is DataString { Value: var text } && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);

    /// <summary>What is said of such a value where none can stand.</summary>
    internal static string Expression(Data value) => $"{Fields.Shown(value)} cannot be used: {Jsonata}.";

    internal static string? Reason(string field) => Reasons.TryGetValue(field, out var reason) ? $"the field '{field}' cannot be used: {reason}." : null;
}
