namespace Sluice.Platform.Connections;

/// <summary>Whose git host a connection is to, in the words of CodeConnections.</summary>
public enum GitProvider
{
    /// <summary>Bitbucket Cloud.</summary>
    Bitbucket,

    /// <summary>github.com.</summary>
    GitHub,

    /// <summary>A GitHub of one's own.</summary>
    GitHubEnterpriseServer,

    /// <summary>gitlab.com.</summary>
    GitLab,

    /// <summary>A GitLab of one's own.</summary>
    GitLabSelfManaged,

    /// <summary>Azure DevOps.</summary>
    AzureDevOps,
}
