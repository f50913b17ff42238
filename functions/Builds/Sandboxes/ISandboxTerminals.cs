namespace Sluice.Builds.Sandboxes;

/// <summary>Opens terminals in sandboxes, wherever those run.</summary>
public interface ISandboxTerminals
{
    /// <summary>Opens one in a sandbox whose program runs.</summary>
    /// <param name="buildId">The UUID of the sandbox's id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A session of Systems Manager's for whoever is to sit at it; null if what the sandbox runs on has no terminals, or cannot be reached.</returns>
    Task<SSMSession?> OpenAsync(string buildId, CancellationToken cancellationToken);
}
