using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Shapes;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Lambda's bounds on what a caller may set.</summary>
internal static partial class ConfigurationRules
{
    /// <summary>Seconds that a function has if nobody says otherwise. Lambda's are 3; processes start slower on a laptop that is at work.</summary>
    public const int DefaultTimeout = 15;

    public const int DefaultMemorySize = 128;

    public static int Timeout(int seconds) => seconds is >= 1 and <= 900
        ? seconds
        : throw LambdaErrors.InvalidParameter($"Timeout is {seconds}, and must be 1 to 900 seconds");

    public static int MemorySize(int mebibytes) => mebibytes is >= 128 and <= 10240
        ? mebibytes
        : throw LambdaErrors.InvalidParameter($"MemorySize is {mebibytes}, and must be 128 to 10240 MB");

    public static string Name(string? functionName, CloudIdentity identity)
    {
        var name = FunctionReference.Parse(Required(functionName, "FunctionName"), null, identity);
        return name.Qualifier is null ? name.Name : throw LambdaErrors.InvalidParameter($"FunctionName {functionName} must not have a qualifier here");
    }

    public static string Required(string? value, string member) =>
        string.IsNullOrEmpty(value) ? throw LambdaErrors.InvalidParameter($"{member} is needed") : value;

    public static ImmutableSortedDictionary<string, string> Variables(EnvironmentShape? environment)
    {
        var variables = (environment?.Variables ?? ImmutableSortedDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal);
        ReservedVariables.Refuse(variables.Keys);
        return variables.Keys.FirstOrDefault(name => !VariableName().IsMatch(name)) is { } wrong
            ? throw LambdaErrors.InvalidParameter($"'{wrong}' is no environment variable's name: expected a letter, then one or more letters, digits and '_'")
            : variables;
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();
}
