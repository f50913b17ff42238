using System.Text;
using Sluice.BuildContract;
using Sluice.Builds.Api.Open;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Api.Open;

public sealed class PublicBuildsTests : IDisposable
{
    private readonly BuildsApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_builds_of_a_public_project_are_seen_by_whoever_has_its_address()
    {
        var alias = await PublishAsync("web", "{'description':'<b>the shop</b>'}");
        var build = await BuiltAsync("web", "{'projectName':'web','sourceVersion':'v1','environmentVariablesOverride':[{'name':'PRICE','value':'not for everyone'}]}");

        var (status, list) = await AskAsync($"alias={alias}");
        var (_, one) = await AskAsync($"alias={alias}&build={build}");

        status.ShouldBe(200);
        list.ShouldContain($"<a href=\"?alias={alias}&amp;build={build}\">#1</a></td><td><strong class=\"FAILED\">FAILED</strong></td><td>v1</td>");
        list.ShouldContain("&lt;b&gt;the shop&lt;/b&gt;");
        one.ShouldContain("<td>DOWNLOAD_SOURCE</td><td><strong class=\"FAILED\">FAILED</strong>");
        (list + one).ShouldNotContain("not for everyone");
    }

    [Fact]
    public async Task What_is_private_again_of_another_project_or_no_build_is_not_there()
    {
        var alias = await PublishAsync("web");
        await _api.CreateProjectAsync("other");
        var other = await BuiltAsync("other", "{'projectName':'other'}");
        var sandbox = BuildIds.In((await _api.CallAsync("StartSandbox", "{'projectName':'web'}"))["sandbox"]!["id"]!.ToString())!;

        foreach (var build in new[] { other, sandbox, "x", new string('9', 3000) })
        {
            (await AskAsync($"alias={alias}&build={build}")).ShouldBe((404, "There is no such build.\n"));
        }

        await ShowAsync("web", "PRIVATE");
        foreach (var query in new[] { $"alias={alias}", "alias=guess", "alias=", "" })
        {
            (await AskAsync(query)).ShouldBe((404, "There is no such public project.\n"));
        }
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> PublishAsync(string project, string more = "{}")
    {
        await _api.CreateProjectAsync(project, more);
        await ShowAsync(project, "PUBLIC_READ");
        return (await _api.ProjectAsync(project))["publicProjectAlias"]!.ToString();
    }

    private Task ShowAsync(string project, string visibility) =>
        _api.CallAsync("UpdateProjectVisibility", $"{{'projectArn':'arn:aws:codebuild:us-east-1:123456789012:project/{project}','projectVisibility':'{visibility}'}}");

    /// <returns>The UUID of a build that has failed.</returns>
    private async Task<string> BuiltAsync(string project, string input)
    {
        var id = BuildIds.In((await _api.CallAsync("StartBuild", input))["build"]!["id"]!.ToString())!;
        await _api.Get<BeginBuild>().RunAsync(new BuildRequest(id, $"turn-{id}"), Cancellation);
        var build = await _api.Get<BuildStore>().GetAsync(id, Cancellation);
        var now = _api.Time.GetUtcNow();
        _api.Objects.Put(
            build.Output with { Key = $"{build.Output.Key}/result.json" },
            new BuildResult(BuildStatus.Failed, [PhaseRecord.Between(PhaseType.DownloadSource, BuildStatus.Failed, now, now)], null, new Dictionary<string, string>(), "no source"));
        await _api.Get<EndBuild>().RunAsync(new EndOfBuild(id, new CaughtError()), Cancellation);
        return id;
    }

    private async Task<(int Status, string Text)> AskAsync(string query)
    {
        var answer = await _api.Get<OpenEntries>().AnswerAsync(new ApiRequest("GET", "/public-projects", query, [], default), Cancellation);
        answer.Headers.ShouldContain(new KeyValuePair<string, string>("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
        return (answer.Status, Encoding.UTF8.GetString(answer.Body.Span));
    }
}
