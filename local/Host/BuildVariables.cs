using Sluice.BuildContract;
using Sluice.Local.Host.Credentials;

namespace Sluice.Local.Host;

/// <summary>What builds are told of the suite: where it is, as AWS's and to tell how far they are, and what they sign with. Their commands have it too, as in CodeBuild they have those of the service role.</summary>
internal static class BuildVariables
{
    /// <param name="url">Where it listens; null while it does not.</param>
    /// <param name="key">What is signed with; null while there is none.</param>
    public static IReadOnlyDictionary<string, string> Of(string? url, OwnKey? key)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_REGION"] = LocalAws.Region, ["AWS_DEFAULT_REGION"] = LocalAws.Region };
        if (url is not null)
        {
            variables[RunnerVariables.Api] = url;
            variables[RunnerVariables.Packages] = url;
            variables["AWS_ENDPOINT_URL"] = url;
        }

        if (key is not null)
        {
            variables["AWS_ACCESS_KEY_ID"] = key.AccessKeyId;
            variables["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey;
        }

        return variables;
    }
}
