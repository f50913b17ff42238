namespace Sluice.Pipelines.Sources;

/// <summary>Where the repositories of CodeCommit are.</summary>
public interface ICodeCommitAddresses
{
    /// <summary>A URL, or a folder of this machine.</summary>
    /// <exception cref="SourceUnavailableException">There is no such repository.</exception>
    Task<string> OfAsync(string repositoryName, CancellationToken cancellationToken);
}
