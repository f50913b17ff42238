using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>Secrets Manager's rules for names, and its ARNs, whose last six letters may be left out.</summary>
internal static class SecretNames
{
    private const string Kind = "secret:";
    private const int SuffixLength = 6;

    /// <exception cref="TaskFailedException">It is no name of a secret.</exception>
    public static void Check(string name)
    {
        if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '=' or '.' or '@' or '-' or '!'))
        {
            throw new TaskFailedException("SecretsManager.ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }
    }

    /// <summary>The names that may be meant, each with the suffix that the secret must have then, or null for any.</summary>
    public static IReadOnlyList<(string Name, string? Suffix)> Meant(string nameOrArn, CloudIdentity identity)
    {
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            return [(nameOrArn, null)];
        }

        if (ResourceArn.Read(nameOrArn) is not { Service: "secretsmanager" } arn || arn.Region != identity.Region || arn.AccountId != identity.AccountId || arn.Name(Kind) is not { } name)
        {
            return [];
        }

        var dash = name.Length - SuffixLength - 1;
        return dash > 0 && name[dash] == '-' ? [(name[..dash], name[(dash + 1)..]), (name, null)] : [(name, null)];
    }
}
