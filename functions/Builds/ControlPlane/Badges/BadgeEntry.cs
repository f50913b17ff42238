using System.Text;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Badges;

/// <summary>Answers <c>GET /badges?uuid=…&amp;branch=…</c>, without a key: whoever has the address may see the badge. It tells how the branch's newest build ended, and nothing else.</summary>
public sealed class BadgeEntry(ProjectStore projects, IBranchBuilds? builds = null)
{
    private const string Path = "/badges";
    private const string MainBranch = "main";
    private const int Good = 200;
    private const int NotFound = 404;
    private const int LongestBranch = 255;

    /// <summary>Whether a request is for a badge.</summary>
    public static bool Takes(ApiRequest request) => request is { Method: "GET", Path: Path };

    /// <summary>Answers an image.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Parameter("uuid") is not { } alias || await projects.FindByAliasAsync(alias, cancellationToken) is not { Project.Badge.BadgeEnabled: true } project)
        {
            return new ApiResponse(NotFound, [new("Content-Type", "text/plain")], "There is no such badge.\n"u8.ToArray());
        }

        var branch = request.Parameter("branch") is { Length: > 0 and <= LongestBranch } named ? named : MainBranch;
        var status = builds is null ? null : await builds.NewestEndedAsync(project.Name, branch, cancellationToken);

        // Proxies of git hosts keep images as long as they may.
        return new ApiResponse(Good, [new("Content-Type", "image/svg+xml"), new("Cache-Control", "no-cache")], Encoding.UTF8.GetBytes(BadgeImage.Of(status)));
    }
}
