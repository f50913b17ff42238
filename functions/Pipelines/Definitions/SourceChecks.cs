using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of sources must be beyond their keys.</summary>
internal static class SourceChecks
{
    public static Action<ConfigurationRead>? Of(string provider) => provider switch
    {
        SourceTypes.Git => Git,
        SourceTypes.Connection => Connection,
        SourceTypes.CodeCommit => read => Branch(read, "BranchName"),
        SourceTypes.GitHub => read => Branch(read, "Branch"),
        _ => null,
    };

    private static void Git(ConfigurationRead read)
    {
        if (read.Plain("Repository") is { } repository)
        {
            if (RepositoryAddress.Fault(repository) is { } fault)
            {
                read.Fault("Repository", fault);
            }
            else if (Credentials.Removed(repository) != repository)
            {
                read.Fault("Repository", "a URL without user and password was expected: a pipeline is shown to people and its artifacts name the repository");
            }
        }

        Branch(read, "Branch");
    }

    private static void Connection(ConfigurationRead read)
    {
        if (read.Plain("FullRepositoryId") is { } repository && !repository.Trim('/').Contains('/'))
        {
            read.Fault("FullRepositoryId", $"OWNER/NAME was expected, not '{repository}'");
        }

        if (read.Plain("ConnectionArn") is { } arn && arn.Split(':') is not ["arn", _, "codestar-connections" or "codeconnections", ..])
        {
            read.Fault("ConnectionArn", $"the ARN of a connection was expected, not '{arn}'");
        }

        Branch(read, "BranchName");
    }

    private static void Branch(ConfigurationRead read, string key)
    {
        if (read.Plain(key) is { } branch && BranchName.Fault(branch) is { } wrong)
        {
            read.Fault(key, wrong);
        }
    }
}
