using System.Text.RegularExpressions;

namespace Sluice.Pipelines.Conditions;

/// <summary>The rule <c>VariableCheck</c>: compares a variable's value, which is filled in already, with another.</summary>
internal static class VariableCheck
{
    public static IReadOnlyList<string> Operators { get; } = ["EQ", "NE", "CONTAINS", "MATCHES"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static RuleVerdict Judge(IReadOnlyDictionary<string, string> configuration)
    {
        var (variable, value, comparison) = (configuration.GetValueOrDefault("Variable", ""), configuration.GetValueOrDefault("Value", ""), configuration.GetValueOrDefault("Operator", "EQ"));
        try
        {
            return RuleVerdict.Of(IsTrue(variable, value, comparison), $"'{variable}' {comparison} '{value}'");
        }
        catch (Exception e) when (e is RegexParseException or RegexMatchTimeoutException)
        {
            return RuleVerdict.Of(isKept: false, $"'{value}' cannot be matched: {e.Message}");
        }
    }

    /// <summary>MATCHES is Java's: the whole text.</summary>
    private static bool IsTrue(string variable, string value, string comparison) => comparison switch
    {
        "EQ" => variable == value,
        "NE" => variable != value,
        "CONTAINS" => variable.Contains(value, StringComparison.Ordinal),
        _ => Regex.IsMatch(variable, $@"\A(?:{value})\z", RegexOptions.CultureInvariant, Patience),
    };
}
