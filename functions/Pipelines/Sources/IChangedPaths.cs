namespace Sluice.Pipelines.Sources;

/// <summary>Finds out which paths differ between two commits, without their files.</summary>
public interface IChangedPaths
{
    /// <summary>The paths of all files that are in one commit alone, or differ. It never fails for what the repository does: then it is not known.</summary>
    /// <param name="repository">Its address.</param>
    /// <param name="connectionArn">What signs in; null for nothing.</param>
    /// <param name="oldCommit">What was before.</param>
    /// <param name="newCommit">What is now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ChangedPaths> BetweenAsync(string repository, string? connectionArn, string oldCommit, string newCommit, CancellationToken cancellationToken = default);
}
