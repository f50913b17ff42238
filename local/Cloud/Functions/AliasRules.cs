using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions;

/// <summary>What Lambda demands of an alias.</summary>
internal static partial class AliasRules
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">The name is none for an alias: a number would be a version.</exception>
    public static void CheckName(string name)
    {
        if (!NameForm().IsMatch(name) || name.All(char.IsAsciiDigit))
        {
            throw LambdaErrors.InvalidParameter($"'{name}' is no alias name: expected 1 to 128 letters, digits, '-' and '_', not digits only.");
        }
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The function cannot have the alias so.</exception>
    public static FunctionAlias Checked(FunctionRecord function, FunctionAlias alias, CloudIdentity identity)
    {
        var main = Existing(function, alias.FunctionVersion, identity);
        if (alias.Weights.Count > 1)
        {
            throw LambdaErrors.InvalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1");
        }

        foreach (var (version, weight) in alias.Weights)
        {
            CheckSecond(main, version, weight);
            CheckPair(main, Existing(function, version, identity));
        }

        return alias;
    }

    /// <summary>The routing as it is stored; <paramref name="kept"/> if the caller said nothing of it.</summary>
    public static ImmutableSortedDictionary<string, double> Weights(RoutingShape? routing, ImmutableSortedDictionary<string, double> kept) => routing is null
        ? kept
        : (routing.AdditionalVersionWeights ?? ImmutableSortedDictionary<string, double>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static void CheckSecond(FunctionVersion main, string version, double weight)
    {
        if (weight is not (>= 0.0 and <= 1.0))
        {
            throw LambdaErrors.InvalidParameter($"The weight {weight} of the version {version} is not between 0.0 and 1.0");
        }

        if (version == main.Version)
        {
            throw LambdaErrors.InvalidParameter("Invalid function version in AdditionalVersionWeights: it must differ from FunctionVersion");
        }

        if (version == FunctionVersion.Latest || main.Version == FunctionVersion.Latest)
        {
            throw LambdaErrors.InvalidParameter("$LATEST is not supported for an alias pointing to more than 1 version");
        }
    }

    private static void CheckPair(FunctionVersion main, FunctionVersion second)
    {
        if (main.Configuration.Role != second.Configuration.Role)
        {
            throw LambdaErrors.InvalidParameter("Function versions of a weighted alias must have the same execution role");
        }

        if (main.Configuration.DeadLetterTargetArn != second.Configuration.DeadLetterTargetArn)
        {
            throw LambdaErrors.InvalidParameter("Function versions of a weighted alias must have the same dead-letter queue configuration");
        }
    }

    private static FunctionVersion Existing(FunctionRecord function, string version, CloudIdentity identity) =>
        function.Find(version) ?? throw LambdaErrors.NotFound(identity.FunctionArn(function.Name, version));

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
