using System.Text;
using System.Xml.Linq;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Tests.ControlPlane.Badges;

public sealed class BadgeTests : IDisposable
{
    private readonly BuildsApi _api = new();
    private BuildStatus? _status;

    [Theory]
    [InlineData(BuildStatus.Succeeded, "passing")]
    [InlineData(BuildStatus.Failed, "failing")]
    [InlineData(BuildStatus.Fault, "failing")]
    [InlineData(BuildStatus.TimedOut, "failing")]
    [InlineData(BuildStatus.Stopped, "stopped")]
    [InlineData(null, "unknown")]
    public async Task A_badge_tells_how_the_newest_build_of_the_branch_ended(BuildStatus? status, string says)
    {
        _status = status;
        var badge = (await _api.CreateProjectAsync("web", "{'badgeEnabled':true}"))["badge"]!["badgeRequestUrl"]!.ToString();

        var answer = await AskAsync(badge.Split('?')[1]);

        answer.Status.ShouldBe(200);
        answer.Headers.ShouldContain(new KeyValuePair<string, string>("Cache-Control", "no-cache"));
        XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span)).Root!.Attribute("aria-label")!.Value.ShouldBe($"build: {says}");
    }

    [Fact]
    public async Task Without_a_badge_or_with_a_guess_there_is_none()
    {
        await _api.CreateProjectAsync("web");
        var alias = (await _api.Get<ProjectStore>().GetAsync("web", TestContext.Current.CancellationToken)).PublicAlias;

        foreach (var query in new[] { "", "uuid=", $"uuid={alias}", "uuid=guess", $"uuid={new string('x', 3000)}" })
        {
            (await AskAsync(query)).Status.ShouldBe(404, query);
        }
    }

    public void Dispose() => _api.Dispose();

    private Task<ApiResponse> AskAsync(string query) =>
        new BadgeEntry(_api.Get<ProjectStore>(), new Builds(_status)).AnswerAsync(new ApiRequest("GET", "/badges", query, [], default), CancellationToken.None);

    private sealed class Builds(BuildStatus? status) : IBranchBuilds
    {
        public Task<BuildStatus?> NewestEndedAsync(string projectName, string branch, CancellationToken cancellationToken) =>
            Task.FromResult((projectName, branch) == ("web", "main") ? status : BuildStatus.InProgress);
    }
}
