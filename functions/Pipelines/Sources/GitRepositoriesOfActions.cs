using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Sources;

/// <summary>Finds the repository that a source action means.</summary>
internal sealed class GitRepositoriesOfActions(Func<IConnections> connections, ICodeCommitAddresses codeCommit)
{
    private static readonly string[] Kinds = [SourceTypes.Git, SourceTypes.Connection, SourceTypes.CodeCommit, SourceTypes.GitHub];

    public static bool IsGit(ActionTypeId type) => type.Category == ActionCategory.Source && Kinds.Contains(type.Provider);

    /// <exception cref="SourceUnavailableException">Its connection is not there, or has no such repository.</exception>
    public async Task<SourceRepository> OfAsync(ActionDeclaration source, CancellationToken cancellationToken) => source.ActionTypeId.Provider switch
    {
        SourceTypes.Connection => new(await UrlAsync(source.Setting("ConnectionArn")!, source.Setting("FullRepositoryId")!, cancellationToken), source.Setting("BranchName"), source.Setting("ConnectionArn")),
        SourceTypes.CodeCommit => new(await codeCommit.OfAsync(source.Setting("RepositoryName")!, cancellationToken), source.Setting("BranchName"), null),
        SourceTypes.GitHub => new(SourceAddress.Of(source), source.Setting("Branch"), GitHubToken.ConnectionOf(source)),
        _ => new(source.Setting("Repository") ?? "", source.Setting("Branch"), source.Setting("ConnectionArn")),
    };

    private async Task<string> UrlAsync(string connection, string repository, CancellationToken cancellationToken)
    {
        try
        {
            return await connections().RepositoryUrlAsync(connection, repository, cancellationToken);
        }
        catch (ConnectionUnavailableException e)
        {
            throw new SourceUnavailableException(e.Message);
        }
    }
}
