using Sluice.BuildContract;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Badges;

namespace Sluice.Builds.Records;

/// <summary>Finds the newest build of a branch that has ended, among a project's last hundred.</summary>
internal sealed class BranchBuilds(BuildListing listing, BuildStore builds) : IBranchBuilds
{
    /// <inheritdoc/>
    public async Task<BuildStatus?> NewestEndedAsync(string projectName, string branch, CancellationToken cancellationToken)
    {
        var (ids, _) = await listing.ListAsync(projectName, ascending: false, token: null, InvalidInput.Code, cancellationToken);
        foreach (var id in ids)
        {
            if (await builds.FindAsync(BuildIds.In(id)!, cancellationToken) is { } build && build.HasEnded() && IsOf(build, branch))
            {
                return build.Status;
            }
        }

        return null;
    }

    /// <summary>A build of a commit that a webhook brought is of the branch that was pushed; one without a version is of the default branch, whichever that is.</summary>
    private static bool IsOf(BuildRecord build, string branch) =>
        build.ServiceVariables.TryGetValue("CODEBUILD_WEBHOOK_TRIGGER", out var trigger) ? trigger == $"branch/{branch}"
        : build.Settings.SourceVersion is not { } version || version == branch || version == $"refs/heads/{branch}";
}
