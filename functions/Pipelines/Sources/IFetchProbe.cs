namespace Sluice.Pipelines.Sources;

/// <summary>Finds out whether a commit could be fetched now. That its branch can be read says little: a server may list refs and fail at handing out what they name.</summary>
public interface IFetchProbe
{
    /// <summary>Never fails for what the repository does.</summary>
    Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default);
}
