using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Applications;

public sealed class ApplicationTests : IDisposable
{
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_application_is_told_of_as_it_was_made()
    {
        var created = await _api.CallAsync("CreateApplication", "{'applicationName':'shop','computePlatform':'ECS'}");
        var told = (await _api.CallAsync("GetApplication", "{'applicationName':'shop'}"))["application"]!;
        ((string)told["applicationId"]!).ShouldBe((string)created["applicationId"]!);
        ((string)told["computePlatform"]!).ShouldBe("ECS");
        ((bool)told["linkedToGitHub"]!).ShouldBeFalse();
        ((decimal)told["createTime"]!).ShouldBe(_api.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task An_application_is_for_servers_unless_said_otherwise()
    {
        await _api.CallAsync("CreateApplication", "{'applicationName':'shop'}");
        ((string)(await _api.CallAsync("GetApplication", "{'applicationName':'shop'}"))["application"]!["computePlatform"]!).ShouldBe("Server");
    }

    [Theory]
    [InlineData("{}", "ApplicationNameRequiredException")]
    [InlineData("{'applicationName':''}", "InvalidApplicationNameException")]
    [InlineData("{'applicationName':'a b'}", "InvalidApplicationNameException")]
    [InlineData("{'applicationName':'a/b'}", "InvalidApplicationNameException")]
    [InlineData("{'applicationName':'shop','computePlatform':'Mainframe'}", "InvalidComputePlatformException")]
    [InlineData("{'applicationName':'shop','tags':[{'Key':'aws:x','Value':'y'}]}", "InvalidTagsToAddException")]
    [InlineData("{'applicationName':'shop','tags':[{'Key':'a'},{'Key':'a'}]}", "InvalidTagsToAddException")]
    [InlineData("{'applicationName':'shop','tags':[{'Value':'a'}]}", "InvalidTagsToAddException")]
    public async Task An_application_that_is_wrong_is_not_made(string input, string code)
    {
        (await _api.RefusedAsync("CreateApplication", input)).Code.ShouldBe(code);
        (await _api.CallAsync("ListApplications"))["applications"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_of_a_hundred_characters_is_taken_and_one_more_is_not()
    {
        await _api.CreateApplicationAsync(new string('a', 100));
        (await _api.RefusedAsync("CreateApplication", $"{{'applicationName':'{new string('a', 101)}'}}")).Code.ShouldBe("InvalidApplicationNameException");
    }

    [Fact]
    public async Task A_second_application_of_a_name_is_refused()
    {
        await _api.CreateApplicationAsync("shop");
        (await _api.RefusedAsync("CreateApplication", "{'applicationName':'shop'}")).Code.ShouldBe("ApplicationAlreadyExistsException");
    }

    [Fact]
    public async Task Of_many_that_make_one_name_at_once_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await _api.CreateApplicationAsync("shop");
                return true;
            }
            catch (ShouldAssertException)
            {
                return false;
            }
        }));
        answers.Count(won => won).ShouldBe(1);
    }

    [Fact]
    public async Task A_renamed_application_keeps_its_id_and_what_belongs_to_it()
    {
        await _api.CreateGroupAsync("shop");
        var id = (await _api.Get<ApplicationStore>().FindAsync("shop", TestContext.Current.CancellationToken))!.ApplicationId;
        await _api.CallAsync("UpdateApplication", "{'applicationName':'shop','newApplicationName':'store'}");
        (await _api.RefusedAsync("GetApplication", "{'applicationName':'shop'}")).Code.ShouldBe("ApplicationDoesNotExistException");
        var renamed = (await _api.Get<ApplicationStore>().FindByIdAsync(id, TestContext.Current.CancellationToken))!;
        renamed.ApplicationName.ShouldBe("store");
        ((string)(await _api.GroupAsync("store"))["applicationName"]!).ShouldBe("store");
        await _api.CreateApplicationAsync("shop");
        (await _api.CallAsync("ListDeploymentGroups", "{'applicationName':'shop'}"))["deploymentGroups"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rename_to_a_taken_name_changes_nothing()
    {
        await _api.CreateApplicationAsync("shop");
        await _api.CreateApplicationAsync("store");
        (await _api.RefusedAsync("UpdateApplication", "{'applicationName':'shop','newApplicationName':'store'}")).Code.ShouldBe("ApplicationAlreadyExistsException");
        (await _api.CallAsync("ListApplications"))["applications"]!.ToJsonString().ShouldBe("""["shop","store"]""");
    }

    [Theory]
    [InlineData("{'applicationName':'nothing','newApplicationName':'store'}", "ApplicationDoesNotExistException")]
    [InlineData("{'applicationName':'shop','newApplicationName':'a b'}", "InvalidApplicationNameException")]
    [InlineData("{'newApplicationName':'store'}", "ApplicationNameRequiredException")]
    public async Task A_wrong_rename_is_refused(string input, string code)
    {
        await _api.CreateApplicationAsync("shop");
        (await _api.RefusedAsync("UpdateApplication", input)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_rename_to_the_same_name_or_to_none_changes_nothing()
    {
        await _api.CreateApplicationAsync("shop");
        await _api.CallAsync("UpdateApplication", "{'applicationName':'shop','newApplicationName':'shop'}");
        await _api.CallAsync("UpdateApplication", "{'applicationName':'shop'}");
        (await _api.CallAsync("ListApplications"))["applications"]!.ToJsonString().ShouldBe("""["shop"]""");
    }

    [Fact]
    public async Task A_deleted_application_takes_its_groups_and_revisions_with_it()
    {
        await _api.CreateGroupAsync("shop", "ECS");
        await _api.CallAsync("RegisterApplicationRevision", "{'applicationName':'shop','revision':{'revisionType':'AppSpecContent','appSpecContent':{'content':'{}'}}}");
        await _api.CallAsync("DeleteApplication", "{'applicationName':'shop'}");
        (await _api.RefusedAsync("GetApplication", "{'applicationName':'shop'}")).Code.ShouldBe("ApplicationDoesNotExistException");

        // The service is free again, and nothing of the first application is the second one's.
        await _api.CreateGroupAsync("shop", "ECS");
        (await _api.CallAsync("ListApplicationRevisions", "{'applicationName':'shop'}"))["revisions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_error() => await _api.CallAsync("DeleteApplication", "{'applicationName':'nothing'}");

    [Fact]
    public async Task A_deletion_that_was_interrupted_hides_the_application_and_is_ended_by_whoever_wants_the_name()
    {
        await _api.CreateGroupAsync("shop");
        await _api.Get<ApplicationStore>().ChangeAsync("shop", shop => shop with { DeletingSince = _api.Time.GetUtcNow() }, TestContext.Current.CancellationToken);
        (await _api.RefusedAsync("GetApplication", "{'applicationName':'shop'}")).Code.ShouldBe("ApplicationDoesNotExistException");
        await _api.CreateApplicationAsync("shop");
        (await _api.CallAsync("ListDeploymentGroups", "{'applicationName':'shop'}"))["deploymentGroups"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_applications_are_listed_in_pages_in_the_order_of_their_names()
    {
        foreach (var n in Enumerable.Range(0, 130))
        {
            await _api.CreateApplicationAsync($"app-{n:D3}");
        }

        var first = await _api.CallAsync("ListApplications");
        first["applications"]!.AsArray().Count.ShouldBe(100);
        var second = await _api.CallAsync("ListApplications", $"{{'nextToken':'{first["nextToken"]}'}}");
        second["nextToken"].ShouldBeNull();
        first["applications"]!.AsArray().Concat(second["applications"]!.AsArray()).Select(name => (string)name!)
            .ShouldBe(Enumerable.Range(0, 130).Select(n => $"app-{n:D3}"));
        (await _api.RefusedAsync("ListDeploymentConfigs", $"{{'nextToken':'{first["nextToken"]}'}}")).Code.ShouldBe("InvalidNextTokenException");
        (await _api.RefusedAsync("ListApplications", "{'nextToken':'nonsense'}")).Code.ShouldBe("InvalidNextTokenException");
    }

    [Fact]
    public async Task Several_applications_are_told_of_at_once()
    {
        await _api.CreateApplicationAsync("shop");
        await _api.CreateApplicationAsync("store");
        var told = await _api.CallAsync("BatchGetApplications", "{'applicationNames':['store','shop','store']}");
        told["applicationsInfo"]!.AsArray().Select(one => (string)one!["applicationName"]!).ShouldBe(["store", "shop"]);
    }

    [Fact]
    public async Task All_the_applications_that_are_not_there_are_named_at_once()
    {
        await _api.CreateApplicationAsync("shop");
        var (code, message) = await _api.RefusedAsync("BatchGetApplications", "{'applicationNames':['shop','one','two']}");
        code.ShouldBe("ApplicationDoesNotExistException");
        message.ShouldBe("No applications are named 'one', 'two'.");
    }

    [Fact]
    public async Task A_batch_has_one_to_a_hundred_names()
    {
        (await _api.RefusedAsync("BatchGetApplications", "{'applicationNames':[]}")).Code.ShouldBe("ApplicationNameRequiredException");
        var names = string.Join(',', Enumerable.Range(0, 101).Select(n => $"'a{n}'"));
        (await _api.RefusedAsync("BatchGetApplications", $"{{'applicationNames':[{names}]}}")).Code.ShouldBe("BatchLimitExceededException");
    }

    [Fact]
    public async Task Nothing_is_linked_to_CloudFormation_and_no_token_to_GitHub()
    {
        await _api.CallAsync("DeleteResourcesByExternalId", "{'externalId':'stack'}");
        (await _api.CallAsync("ListGitHubAccountTokenNames"))["tokenNameList"]!.AsArray().ShouldBeEmpty();
        (await _api.RefusedAsync("DeleteGitHubAccountToken", "{'tokenName':'mine'}")).Code.ShouldBe("GitHubAccountTokenDoesNotExistException");
        (await _api.RefusedAsync("DeleteGitHubAccountToken")).Code.ShouldBe("GitHubAccountTokenNameRequiredException");
    }
}
