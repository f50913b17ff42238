using Sluice.Local.Cloud;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Host;

/// <summary>CodeCommit's repositories are folders of this machine.</summary>
internal sealed class LocalCodeCommit : ICodeCommitAddresses
{
    private CloudServices? _cloud;

    /// <summary>The stand-ins are made of the services, so they come after this.</summary>
    public void Open(CloudServices cloud) => _cloud = cloud;

    public async Task<string> OfAsync(string repositoryName, CancellationToken cancellationToken) =>
        _cloud is not null && await _cloud.RepositoryFolderAsync(repositoryName, cancellationToken) is { } folder ? folder
        : throw new SourceUnavailableException($"There is no CodeCommit repository '{repositoryName}' on this machine; 'aws codecommit create-repository' makes one.");
}
