using System.Globalization;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Sources;

/// <summary>What later actions may refer to of a git source, by CodePipeline's names.</summary>
internal static class CommitVariables
{
    public static IReadOnlyDictionary<string, string> Of(ActionRequest request, SourceCommit revision, CommitDetails? details)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BranchName"] = revision.Branch,
            ["CommitId"] = revision.RevisionId,
            ["RepositoryUrl"] = revision.Repository,
            ["RepositoryName"] = request.Configuration.GetValueOrDefault("RepositoryName") ?? revision.Repository[(revision.Repository.TrimEnd('/').LastIndexOf('/') + 1)..],
        };
        foreach (var (name, key) in new[] { ("FullRepositoryName", "FullRepositoryId"), ("ConnectionArn", "ConnectionArn") })
        {
            if (request.Configuration.TryGetValue(key, out var value))
            {
                variables[name] = value;
            }
        }

        if (revision.PullRequest is { } pull)
        {
            variables["PullRequestId"] = pull.Number.ToString(CultureInfo.InvariantCulture);
            variables["PullRequestTitle"] = pull.Title ?? "";
            variables["DestinationBranchName"] = pull.TargetBranch;
        }

        if (details is not null)
        {
            variables["AuthorDate"] = details.AuthorDate.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            variables["CommitterDate"] = details.CommitterDate.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            variables["CommitMessage"] = details.Message;
        }

        return variables.Where(variable => variable.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
    }
}
