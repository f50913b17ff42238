using Amazon.Runtime.CredentialManagement;
using Sluice.Local.Host;

namespace Sluice.Local.Commands;

/// <summary>The usual settings of AWS's tools: variables, else a profile of the credentials file.</summary>
internal static class AwsProfile
{
    /// <summary>The environment with the keys and the Region that were found.</summary>
    /// <param name="environment">This process's.</param>
    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> environment)
    {
        var variables = environment.ToDictionary(StringComparer.Ordinal);
        var name = environment.GetValueOrDefault("AWS_PROFILE", "default");
        if (!environment.ContainsKey("AWS_ACCESS_KEY_ID") && new CredentialProfileStoreChain(environment.GetValueOrDefault("AWS_SHARED_CREDENTIALS_FILE")).TryGetProfile(name, out var profile))
        {
            Set(variables, "AWS_ACCESS_KEY_ID", profile.Options.AccessKey);
            Set(variables, "AWS_SECRET_ACCESS_KEY", profile.Options.SecretKey);
            Set(variables, "AWS_SESSION_TOKEN", profile.Options.Token);
            Set(variables, "AWS_REGION", environment.GetValueOrDefault("AWS_REGION") ?? environment.GetValueOrDefault("AWS_DEFAULT_REGION") ?? profile.Region?.SystemName);
        }

        variables.TryAdd("AWS_REGION", environment.GetValueOrDefault("AWS_DEFAULT_REGION", LocalAws.Region));
        return variables;
    }

    private static void Set(Dictionary<string, string> variables, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            variables[name] = value;
        }
    }
}
