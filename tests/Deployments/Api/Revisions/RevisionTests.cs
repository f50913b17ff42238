using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Keys;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.Api.Revisions;

public sealed class RevisionTests : IDisposable
{
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("'revisionType':'S3','s3Location':{'bucket':'b','key':'app.zip','bundleType':'zip','version':'3','eTag':'abc'}")]
    [InlineData("'revisionType':'GitHub','gitHubLocation':{'repository':'acme/shop','commitId':'0123456789abcdef0123456789abcdef01234567'}")]
    public async Task A_revision_is_told_of_as_it_was_registered(string location)
    {
        await _api.CreateApplicationAsync("shop", "Server");
        await RegisterAsync(location, "first");
        var told = await _api.CallAsync("GetApplicationRevision", $"{{'applicationName':'shop','revision':{{{location}}}}}");
        told["revision"].ShouldSay(ApiWorld.Json($"{{{location}}}").ToJsonString());
        ((string)told["revisionInfo"]!["description"]!).ShouldBe("first");
        told["revisionInfo"]!["registerTime"].ShouldNotBeNull();
        told["revisionInfo"]!["firstUsedTime"].ShouldBeNull();
        told["revisionInfo"]!["deploymentGroups"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AppSpecContent", "appSpecContent")]
    [InlineData("String", "string")]
    public async Task An_appspec_is_found_by_its_hash_and_listed_without_its_text(string type, string member)
    {
        await _api.CreateApplicationAsync("shop");
        const string sha256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        await RegisterAsync($"'revisionType':'{type}','{member}':{{'content':'{{}}'}}");
        var listed = (await ListAsync())[0]!;
        listed[member]!.ToJsonString().ShouldBe($$"""{"sha256":"{{sha256}}"}""");
        var told = await _api.CallAsync(
            "GetApplicationRevision", $"{{'applicationName':'shop','revision':{{'revisionType':'{type}','{member}':{{'sha256':'{sha256}'}}}}}}");
        ((string)told["revision"]![member]!["content"]!).ShouldBe("{}");
    }

    [Fact]
    public async Task Registering_again_changes_the_description_and_not_the_time()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        await RegisterAsync(S3("a"), "first");
        _api.Pass(TimeSpan.FromMinutes(1));
        await RegisterAsync(S3("a"), "second");
        var info = (await _api.CallAsync("GetApplicationRevision", $"{{'applicationName':'shop','revision':{{{S3("a")}}}}}"))["revisionInfo"]!;
        ((string)info["description"]!).ShouldBe("second");
        ((decimal)info["registerTime"]!).ShouldBe(_api.Time.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds());
        (await ListAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{'applicationName':'shop'}", "RevisionRequiredException")]
    [InlineData("{'applicationName':'shop','revision':{}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'S3'}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'Tape','s3Location':{'bucket':'b','key':'k','bundleType':'zip'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'GitHub','s3Location':{'bucket':'b','key':'k','bundleType':'zip'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'S3','s3Location':{'key':'k','bundleType':'zip'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'S3','s3Location':{'bucket':'b','key':'k'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'S3','s3Location':{'bucket':'b','key':'k','bundleType':'rar'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'GitHub','gitHubLocation':{'repository':'shop','commitId':'main'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'shop','revision':{'revisionType':'AppSpecContent','appSpecContent':{'content':'{}'}}}", "InvalidRevisionException")]
    [InlineData("{'applicationName':'nothing','revision':{'revisionType':'S3','s3Location':{'bucket':'b','key':'k','bundleType':'zip'}}}", "ApplicationDoesNotExistException")]
    public async Task A_wrong_revision_is_not_registered(string input, string code)
    {
        await _api.CreateApplicationAsync("shop", "Server");
        (await _api.RefusedAsync("RegisterApplicationRevision", input)).Code.ShouldBe(code);
        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{'content':''}")]
    [InlineData("{'content':'{}','sha256':'00'}")]
    [InlineData("{'sha256':'00'}")]
    public async Task An_appspec_is_registered_with_its_text_and_the_right_hash(string text)
    {
        await _api.CreateApplicationAsync("shop");
        (await _api.RefusedAsync("RegisterApplicationRevision", $"{{'applicationName':'shop','revision':{{'revisionType':'AppSpecContent','appSpecContent':{text}}}}}")).Code
            .ShouldBe("InvalidRevisionException");
    }

    [Fact]
    public async Task A_description_has_at_most_a_hundred_characters()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        await RegisterAsync(S3("a"), new string('d', 100));
        (await _api.RefusedAsync("RegisterApplicationRevision", $"{{'applicationName':'shop','description':'{new string('d', 101)}','revision':{{{S3("a")}}}}}")).Code
            .ShouldBe("DescriptionTooLongException");
    }

    [Fact]
    public async Task A_revision_that_nobody_registered_does_not_exist()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        var (code, message) = await _api.RefusedAsync("GetApplicationRevision", $"{{'applicationName':'shop','revision':{{{S3("a")}}}}}");
        code.ShouldBe("RevisionDoesNotExistException");
        message.ShouldContain("s3://bucket/a");
    }

    [Fact]
    public async Task Revisions_are_listed_by_each_of_their_times_both_ways()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        foreach (var key in new[] { "a", "b", "c" })
        {
            await RegisterAsync(S3(key));
            _api.Pass(TimeSpan.FromMinutes(1));
        }

        await UseAsync("c");
        await UseAsync("a");
        await UseAsync("c");
        (await KeysAsync("")).ShouldBe("abc");
        (await KeysAsync("'sortBy':'registerTime','sortOrder':'descending'")).ShouldBe("cba");
        (await KeysAsync("'sortBy':'firstUsedTime'")).ShouldBe("bca");
        (await KeysAsync("'sortBy':'lastUsedTime','sortOrder':'ascending'")).ShouldBe("bac");
        (await KeysAsync("'sortBy':'lastUsedTime','sortOrder':'descending'")).ShouldBe("cab");
    }

    [Fact]
    public async Task Revisions_are_listed_by_bucket_and_prefix()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        await RegisterAsync(S3("web/1"));
        await RegisterAsync(S3("api/1"));
        await RegisterAsync(S3("web/2", "other"));
        await RegisterAsync("'revisionType':'GitHub','gitHubLocation':{'repository':'acme/shop','commitId':'0123456789abcdef0123456789abcdef01234567'}");
        (await ListAsync("'s3Bucket':'bucket'")).Count.ShouldBe(2);
        (await ListAsync("'s3Bucket':'bucket','s3KeyPrefix':'web/'")).Count.ShouldBe(1);
        (await ListAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Revisions_are_listed_by_whether_a_group_has_them_now()
    {
        await _api.CreateGroupAsync("shop", "Server");
        await RegisterAsync(S3("a"));
        await RegisterAsync(S3("b"));
        var application = (await _api.Get<ApplicationStore>().FindAsync("shop", TestContext.Current.CancellationToken))!;
        var group = (await _api.Get<GroupStore>().FindAsync(GroupName.In(application, "live"), TestContext.Current.CancellationToken))!;
        var activity = new GroupActivity { TargetRevision = Location("b") };
        await _api.Table.PutAsync(PutItem.Of(ActivityKeys.Activity(group.DeploymentGroupId), activity), TestContext.Current.CancellationToken);
        (await KeysAsync("'deployed':'include'")).ShouldBe("b");
        (await KeysAsync("'deployed':'exclude'")).ShouldBe("a");
        (await ListAsync("'deployed':'ignore'")).Count.ShouldBe(2);
        var told = await _api.CallAsync("GetApplicationRevision", $"{{'applicationName':'shop','revision':{{{S3("b")}}}}}");
        told["revisionInfo"]!["deploymentGroups"]!.ToJsonString().ShouldBe("""["live"]""");
        ((string)(await _api.GroupAsync("shop"))["targetRevision"]!["s3Location"]!["key"]!).ShouldBe("b");
    }

    [Fact]
    public async Task Many_revisions_are_listed_in_pages_and_what_comes_meanwhile_moves_nothing()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        foreach (var n in Enumerable.Range(0, 150))
        {
            await RegisterAsync(S3($"{n:D3}"));
        }

        _api.Pass(TimeSpan.FromMinutes(1));
        var first = await _api.CallAsync("ListApplicationRevisions", "{'applicationName':'shop','sortOrder':'descending'}");
        await RegisterAsync(S3("new"));
        var second = await _api.CallAsync("ListApplicationRevisions", $"{{'applicationName':'shop','sortOrder':'descending','nextToken':'{first["nextToken"]}'}}");
        var keys = first["revisions"]!.AsArray().Concat(second["revisions"]!.AsArray()).Select(one => (string)one!["s3Location"]!["key"]!).ToList();
        keys.Order().ShouldBe(Enumerable.Range(0, 150).Select(n => $"{n:D3}"));
        (await _api.RefusedAsync("ListApplicationRevisions", $"{{'applicationName':'shop','nextToken':'{first["nextToken"]}'}}")).Code.ShouldBe("InvalidNextTokenException");
        (await _api.RefusedAsync("ListApplicationRevisions", "{'applicationName':'shop','nextToken':'?'}")).Code.ShouldBe("InvalidNextTokenException");
    }

    [Theory]
    [InlineData("'sortBy':'name'", "InvalidSortByException")]
    [InlineData("'sortOrder':'up'", "InvalidSortOrderException")]
    [InlineData("'deployed':'maybe'", "InvalidDeployedStateFilterException")]
    [InlineData("'s3KeyPrefix':'web/'", "BucketNameFilterRequiredException")]
    [InlineData("'s3Bucket':'My Bucket'", "InvalidBucketNameFilterException")]
    [InlineData("'s3Bucket':'bucket','s3KeyPrefix':''", "InvalidKeyPrefixFilterException")]
    public async Task A_wrong_filter_is_refused(string filter, string code)
    {
        await _api.CreateApplicationAsync("shop", "Server");
        (await _api.RefusedAsync("ListApplicationRevisions", $"{{'applicationName':'shop',{filter}}}")).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Several_revisions_are_told_of_at_once_and_missing_ones_named()
    {
        await _api.CreateApplicationAsync("shop", "Server");
        await RegisterAsync(S3("a"));
        var told = await _api.CallAsync("BatchGetApplicationRevisions", $"{{'applicationName':'shop','revisions':[{{{S3("a")}}},{{{S3("b")}}}]}}");
        told["revisions"]!.AsArray().Count.ShouldBe(1);
        told["revisions"]![0]!["genericRevisionInfo"]!["registerTime"].ShouldNotBeNull();
        ((string)told["errorMessage"]!).ShouldBe("There are no revisions s3://bucket/b.");
        var many = string.Join(',', Enumerable.Range(0, 26).Select(n => $"{{{S3($"{n}")}}}"));
        (await _api.RefusedAsync("BatchGetApplicationRevisions", $"{{'applicationName':'shop','revisions':[{many}]}}")).Code.ShouldBe("BatchLimitExceededException");
        (await _api.RefusedAsync("BatchGetApplicationRevisions", "{'applicationName':'shop','revisions':[{'revisionType':'S3'}]}")).Code.ShouldBe("InvalidRevisionException");
        (await _api.RefusedAsync("BatchGetApplicationRevisions", "{'applicationName':'shop','revisions':[]}")).Code.ShouldBe("RevisionRequiredException");
    }

    private static string S3(string key, string bucket = "bucket") => $"'revisionType':'S3','s3Location':{{'bucket':'{bucket}','key':'{key}','bundleType':'zip'}}";

    private static RevisionLocation Location(string key) => new()
    {
        RevisionType = RevisionLocationType.S3,
        S3Location = new S3Location { Bucket = "bucket", Key = key, BundleType = BundleType.zip },
    };

    private Task RegisterAsync(string location, string description = "") =>
        _api.CallAsync("RegisterApplicationRevision", $"{{'applicationName':'shop','description':'{description}','revision':{{{location}}}}}");

    private async Task UseAsync(string key)
    {
        var application = (await _api.Get<ApplicationStore>().FindAsync("shop", TestContext.Current.CancellationToken))!;
        await _api.Table.TransactAsync(RevisionUse.Used(application.ApplicationId, Location(key), _api.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        _api.Pass(TimeSpan.FromMinutes(1));
    }

    private async Task<System.Text.Json.Nodes.JsonArray> ListAsync(string filter = "") =>
        (await _api.CallAsync("ListApplicationRevisions", $"{{'applicationName':'shop'{(filter.Length == 0 ? "" : ",")}{filter}}}"))["revisions"]!.AsArray();

    private async Task<string> KeysAsync(string filter) => string.Concat((await ListAsync(filter)).Select(one => (string)one!["s3Location"]!["key"]!));
}
