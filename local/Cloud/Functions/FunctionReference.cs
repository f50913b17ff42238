using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions;

/// <summary>A function as callers name it: <c>fn</c>, <c>fn:alias</c>, <c>account:function:fn</c> or an ARN.</summary>
/// <param name="Qualifier">A version or an alias; null if none was given, which means <c>$LATEST</c>.</param>
internal sealed partial record FunctionReference(string Name, string? Qualifier)
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no function's name, or that of one of another account or Region than <paramref name="identity"/>.</exception>
    public static FunctionReference Parse(string functionName, string? qualifier, CloudIdentity identity)
    {
        var match = Form().Match(functionName);
        if (!match.Success)
        {
            throw LambdaErrors.InvalidParameter(
                $"'{functionName}' is no function name: expected a name of 1 to 64 letters, digits, '-' and '_', with or without ':<version or alias>', or an ARN.");
        }

        CheckPlace(match, functionName, identity);
        var own = match.Groups["qualifier"] is { Success: true } group ? group.Value : null;
        return own is not null && qualifier is not null && own != qualifier
            ? throw LambdaErrors.InvalidParameter($"The derived qualifier from the function name ({own}) does not match the specified qualifier ({qualifier}).")
            : new FunctionReference(match.Groups["name"].Value, own ?? qualifier);
    }

    private static void CheckPlace(Match match, string functionName, CloudIdentity identity)
    {
        if (match.Groups["region"] is { Success: true, Value: var region } && region != identity.Region)
        {
            throw LambdaErrors.OtherRegion(region, identity.Region);
        }

        if (match.Groups["account"] is { Success: true, Value: var account } && account != identity.AccountId)
        {
            throw LambdaErrors.OtherAccount(functionName);
        }
    }

    /// <summary>The version or alias that is meant.</summary>
    public string Target => Qualifier ?? FunctionVersion.Latest;

    [GeneratedRegex(
        @"^(?:(?:arn:[a-z-]+:lambda:(?<region>[a-z0-9-]+):)?(?<account>\d{12}):function:)?(?<name>[A-Za-z0-9_-]{1,64})(?::(?<qualifier>\$LATEST|[A-Za-z0-9_-]{1,128}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
