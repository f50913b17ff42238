using System.Text.Json.Nodes;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Api.Policies;

public sealed class PolicyTests : IDisposable
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"210987654321"},"Action":"codebuild:BatchGetProjects","Resource":"*"}]}""";
    private readonly BuildsApi _api = new();

    [Theory]
    [InlineData("project/web")]
    [InlineData("report-group/web")]
    public async Task A_policy_is_told_as_it_was_put_and_goes_with_its_resource(string resource)
    {
        await MakeAsync(resource);
        var arn = HandedReport.Arn + resource;
        (await _api.RefusedAsync("GetResourcePolicy", $"{{'resourceArn':'{arn}'}}")).Message.ShouldContain("has no policy");

        (await _api.CallAsync("PutResourcePolicy", new JsonObject { ["resourceArn"] = arn, ["policy"] = Policy }.ToJsonString().Replace('\'', ' ')))["resourceArn"]!.ToString().ShouldBe(arn);

        (await _api.CallAsync("GetResourcePolicy", $"{{'resourceArn':'{arn}'}}"))["policy"]!.ToString().ShouldBe(Policy);
        await _api.CallAsync(resource.StartsWith('p') ? "DeleteProject" : "DeleteReportGroup", resource.StartsWith('p') ? "{'name':'web'}" : $"{{'arn':'{arn}'}}");
        (await _api.RefusedAsync("GetResourcePolicy", $"{{'resourceArn':'{arn}'}}")).Message.ShouldContain("There is no");
        await MakeAsync(resource);
        (await _api.RefusedAsync("GetResourcePolicy", $"{{'resourceArn':'{arn}'}}")).Message.ShouldContain("has no policy");
        await _api.CallAsync("DeleteResourcePolicy", $"{{'resourceArn':'{arn}'}}");
    }

    [Fact]
    public async Task The_images_that_mean_the_host_say_so()
    {
        var platforms = (await _api.CallAsync("ListCuratedEnvironmentImages"))["platforms"]!;
        platforms[0]!["languages"]![0]!["images"]!.AsArray().Select(image => image!["name"]!.ToString()).ShouldContain("aws/codebuild/standard:7.0");
        platforms[0]!["languages"]![0]!["images"]![0]!["description"]!.ToString().ShouldContain("build host");
    }

    public void Dispose() => _api.Dispose();

    private async Task MakeAsync(string resource)
    {
        if (resource.StartsWith('p'))
        {
            await _api.CreateProjectAsync("web");
            return;
        }

        await _api.CallAsync("CreateReportGroup", "{'name':'web','type':'TEST','exportConfig':{}}");
    }
}
