using Sluice.BuildContract;

namespace Sluice.Builds.ControlPlane.Badges;

/// <summary>Tells how builds of a branch ended.</summary>
public interface IBranchBuilds
{
    /// <summary>The status of the newest build of the branch that has ended; null if there is none.</summary>
    /// <param name="projectName">The project.</param>
    /// <param name="branch">The branch's name, e.g. <c>main</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<BuildStatus?> NewestEndedAsync(string projectName, string branch, CancellationToken cancellationToken);
}
