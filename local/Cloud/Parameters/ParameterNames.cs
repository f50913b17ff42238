using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>Parameter Store's rules for names, and its ARNs.</summary>
internal static class ParameterNames
{
    private const int MostLevels = 15;
    private const int Longest = 1011;
    private const string Kind = "parameter/";

    /// <summary>All that is wrong with the name of a parameter that is put.</summary>
    public static RequestFaults Faults(string name, CloudIdentity identity)
    {
        var faults = new RequestFaults();
        var levels = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        faults.Require(
            name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/') && !IsReserved(levels),
            "ValidationException",
            "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");
        faults.Require(!name.Contains('/', StringComparison.Ordinal) || name[0] == '/', "ValidationException", "Parameter name must be a fully qualified name.");
        faults.Require(
            !name.EndsWith('/') && !name.Contains("//", StringComparison.Ordinal), "ValidationException", "Parameter name must not end with a slash, nor have two of them together.");
        faults.Require(levels.Length <= MostLevels, "HierarchyLevelLimitExceededException", $"A hierarchy can have a maximum of {MostLevels} levels; {name} has {levels.Length}.");
        faults.Require(
            identity.ParameterArn(name).Length <= Longest, "ValidationException", $"The parameter's ARN must have at most {Longest} characters, and would have {identity.ParameterArn(name).Length}.");
        return faults;
    }

    /// <summary>The names that may be meant: the ARN of <c>/x</c> is that of <c>x</c>.</summary>
    public static IReadOnlyList<string> Meant(string nameOrArn, CloudIdentity identity)
    {
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            return [nameOrArn];
        }

        return ResourceArn.Read(nameOrArn) is { Service: "ssm" } arn && arn.Region == identity.Region && arn.AccountId == identity.AccountId && arn.Name(Kind) is { } name ? ["/" + name, name] : [];
    }

    private static bool IsReserved(string[] levels) =>
        levels is [var first, ..] && (first.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || first.StartsWith("ssm", StringComparison.OrdinalIgnoreCase));
}
