using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Lambda's bounds on what a caller may set.</summary>
internal static partial class ConfigurationRules
{
    /// <summary>Seconds that a function has if nobody says otherwise. Lambda's are 3; processes start slower on a laptop that is at work.</summary>
    public const int DefaultTimeout = 15;

    public const int DefaultMemorySize = 128;

    private const int LargestEnvironment = 4096;

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
        RefuseTooLarge(variables);
        return variables.Keys.FirstOrDefault(name => !VariableName().IsMatch(name)) is { } wrong
            ? throw LambdaErrors.InvalidParameter($"'{wrong}' is no environment variable's name: expected a letter, then one or more letters, digits and '_'")
            : variables;
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no role's ARN.</exception>
    public static string Role(string? role) => RoleForm().IsMatch(Required(role, "Role"))
        ? role!
        : throw LambdaErrors.Validation("role", role!, "Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");

    /// <summary>What this machine runs is what it says if nobody does.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is something else.</exception>
    public static void CheckKind(string? packageType, IReadOnlyList<string>? architectures)
    {
        if (packageType is not (null or "Zip"))
        {
            throw LambdaErrors.InvalidParameter($"PackageType is '{packageType}': this machine runs packages of the type Zip only");
        }

        if (architectures is not (null or [_]))
        {
            throw LambdaErrors.Validation("architectures", $"[{string.Join(", ", architectures)}]", "Member must have length less than or equal to 1, and greater than or equal to 1");
        }

        var own = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x86_64";
        if (architectures is [var asked] && asked != own)
        {
            throw LambdaErrors.InvalidParameter($"Architectures is [{asked}]: this machine runs {own} only");
        }
    }

    private static void RefuseTooLarge(ImmutableSortedDictionary<string, string> variables)
    {
        var measured = JsonSerializer.Serialize(variables, SluiceJson.Options);
        if (Encoding.UTF8.GetByteCount(measured) > LargestEnvironment)
        {
            throw LambdaErrors.InvalidParameter(
                $"Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. They are {Encoding.UTF8.GetByteCount(measured)} bytes of JSON.");
        }
    }

    [GeneratedRegex(@"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleForm();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();
}
