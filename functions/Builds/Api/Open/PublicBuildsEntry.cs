using System.Text;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Open;

/// <summary>Answers <c>GET /public-projects?alias=…</c>, without a key: the builds of a project that is public, as pages for people; with <c>&amp;build=UUID</c> one of them.</summary>
public sealed class PublicBuildsEntry
{
    private const string Path = "/public-projects";
    private const int Good = 200;
    private const int NotFound = 404;
    private readonly ProjectStore _projects;
    private readonly BuildListing _listing;
    private readonly BuildStore _builds;

    internal PublicBuildsEntry(ProjectStore projects, BuildListing listing, BuildStore builds)
    {
        (_projects, _listing, _builds) = (projects, listing, builds);
    }

    /// <summary>Whether a request is for such a page.</summary>
    public static bool Takes(ApiRequest request) => request is { Method: "GET", Path: Path };

    /// <summary>Answers a page. That there is no such project is not told from that it is not public.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var project = request.Parameter("alias") is { } alias ? await _projects.FindByAliasAsync(alias, cancellationToken) : null;
        if (project is not { Project.ProjectVisibility: ProjectVisibilityType.PUBLIC_READ })
        {
            return Answer(NotFound, "text/plain; charset=utf-8", "There is no such public project.\n");
        }

        return request.Parameter("build") is { } id
            ? await OneAsync(project.Name, id, cancellationToken) is { } build ? Page(PublicPages.Of(project, build)) : Answer(NotFound, "text/plain; charset=utf-8", "There is no such build.\n")
            : Page(PublicPages.Of(project, await NewestAsync(project.Name, cancellationToken)));
    }

    private async Task<BuildRecord?> OneAsync(string projectName, string id, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out _) && await _builds.FindAsync(id, cancellationToken) is { } build && build.ProjectName == projectName && build.IsShown() ? build : null;

    private async Task<IReadOnlyList<BuildRecord>> NewestAsync(string projectName, CancellationToken cancellationToken)
    {
        var (ids, _) = await _listing.ListAsync(projectName, ascending: false, token: null, InvalidInput.Code, cancellationToken);
        var found = await Task.WhenAll(ids.Select(id => _builds.FindAsync(BuildIds.In(id)!, cancellationToken)));
        return [.. found.OfType<BuildRecord>()];
    }

    private static ApiResponse Page(string html) => Answer(Good, "text/html; charset=utf-8", html);

    // Nothing of the page runs, and nothing else is loaded.
    private static ApiResponse Answer(int status, string type, string text) => new(
        status,
        [new("Content-Type", type), new("Cache-Control", "no-cache"), new("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"), new("X-Content-Type-Options", "nosniff"), new("Referrer-Policy", "no-referrer")],
        Encoding.UTF8.GetBytes(text));
}
