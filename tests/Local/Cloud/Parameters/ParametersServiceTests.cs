using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Parameters;

/// <summary>The calls, as machines and clients make them.</summary>
public sealed class ParametersServiceTests : IAsyncLifetime
{
    private const string Secret = "s3cr3t-of-the-test";
    private readonly CloudUnderTest _cloud = new() { Time = new SetClock() };

    public async ValueTask InitializeAsync() => await _cloud.StartAsync();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Versions_are_kept_and_found_by_number_label_and_ARN()
    {
        await PutAsync(new { Name = "/shop/url", Value = "one", Type = "String", Description = "where", Tags = new[] { new { Key = "team", Value = "shop" } } });
        ((long)(await PutAsync(new { Name = "/shop/url", Value = "two", Overwrite = true }))["Version"]!).ShouldBe(2);
        (await CallAsync("labelParameterVersion", new { Name = "/shop/url", ParameterVersion = 1, Labels = new[] { "live", "1st", "aws-x" } }))["InvalidLabels"]!.ToJsonString().ShouldBe("""["1st","aws-x"]""");

        (await ValueAsync("/shop/url")).ShouldBe("two");
        (await ValueAsync("/shop/url:1")).ShouldBe("one");
        (await ValueAsync("/shop/url:live")).ShouldBe("one");
        (await ValueAsync("arn:aws:ssm:us-east-1:000000000000:parameter/shop/url")).ShouldBe("two");
        (await ValueAsync("arn:aws:ssm:us-east-1:000000000000:parameter/shop/url:1")).ShouldBe("one");
        ((string?)(await CallAsync("getParameter", new { Name = "/shop/url:live" }))["Parameter"]!["Selector"]).ShouldBe(":live");
        var history = (await CallAsync("getParameterHistory", new { Name = "/shop/url" }))["Parameters"]!.AsArray();
        history.Select(version => $"{version!["Version"]} {version["Value"]} {version["Description"]} {version["Labels"]!.ToJsonString()}").ShouldBe(["1 one where [\"live\"]", "2 two where []"]);
        (await CallAsync("listTagsForResource", new { ResourceType = "Parameter", ResourceId = "/shop/url" })).ToJsonString().ShouldBe("""{"TagList":[{"Key":"team","Value":"shop"}]}""");
        (await CallAsync("unlabelParameterVersion", new { Name = "/shop/url", ParameterVersion = 1, Labels = new[] { "live", "none" } })).ToJsonString().ShouldBe("""{"RemovedLabels":["live"],"InvalidLabels":["none"]}""");
    }

    [Fact]
    public async Task A_secret_is_sealed_everywhere_but_in_the_answer_that_opens_it()
    {
        await PutAsync(new { Name = "/shop/key", Value = Secret, Type = "SecureString" });
        await PutAsync(new { Name = "/shop/key", Value = Secret + "2", Overwrite = true });

        (await ValueAsync("/shop/key")).ShouldNotContain(Secret);
        (await ValueAsync("/shop/key", opened: true)).ShouldBe(Secret + "2");
        (await ValueAsync("/shop/key:1", opened: true)).ShouldBe(Secret);
        (await CallAsync("describeParameters", new { })).ToJsonString().ShouldNotContain(Secret);
        (await CallAsync("getParameterHistory", new { Name = "/shop/key" })).ToJsonString().ShouldNotContain(Secret);
        foreach (var file in Directory.EnumerateFiles(_cloud.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = new byte[new FileInfo(file).Length];
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            bytes.AsSpan().IndexOf("s3cr3t-of-the-test"u8).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task Paths_and_filters_pick_page_by_page()
    {
        foreach (var name in (string[])["/a", "/a/1", "/a/2", "/a/3", "/a/b/4", "/ab/5", "plain"])
        {
            await PutAsync(new { Name = name, Value = name, Type = name == "/a/3" ? "StringList" : "String" });
        }

        await CallAsync("addTagsToResource", new { ResourceType = "Parameter", ResourceId = "plain", Tags = new[] { new { Key = "team", Value = "shop" } } });
        var first = await CallAsync("getParametersByPath", new { Path = "/a", MaxResults = 2 });
        Names(first).ShouldBe(["/a/1", "/a/2"]);
        Names(await CallAsync("getParametersByPath", new { Path = "/a", MaxResults = 2, NextToken = (string?)first["NextToken"] })).ShouldBe(["/a/3"]);
        Names(await CallAsync("getParametersByPath", new { Path = "/a/", Recursive = true })).ShouldBe(["/a/1", "/a/2", "/a/3", "/a/b/4"]);
        Names(await CallAsync("getParametersByPath", new { Path = "/" })).ShouldBe(["/a"]);
        Names(await CallAsync("getParametersByPath", new { Path = "/a", ParameterFilters = new[] { new { Key = "Type", Values = new[] { "StringList" } } } })).ShouldBe(["/a/3"]);
        (await DescribedAsync("Name", "BeginsWith", "/a/")).ShouldBe(["/a/1", "/a/2", "/a/3", "/a/b/4"]);
        (await DescribedAsync("Name", "Contains", "b")).ShouldBe(["/a/b/4", "/ab/5"]);
        (await DescribedAsync("Path", "OneLevel", "/a")).ShouldBe(["/a/1", "/a/2", "/a/3"]);
        (await DescribedAsync("tag:team", "Equals", "shop")).ShouldBe(["plain"]);
        var some = await CallAsync("getParameters", new { Names = new[] { "plain", "none", "/a:7" } });
        Names(some).ShouldBe(["plain"]);
        some["InvalidParameters"]!.ToJsonString().ShouldBe("""["none","/a:7"]""");
        (await CallAsync("deleteParameters", new { Names = new[] { "plain", "none" } })).ToJsonString().ShouldBe("""{"DeletedParameters":["plain"],"InvalidParameters":["none"]}""");
    }

    [Fact]
    public async Task The_hundred_and_first_version_takes_the_place_of_the_first_unless_that_has_a_label()
    {
        for (var number = 1; number <= 101; number++)
        {
            await PutAsync(new { Name = "n", Value = $"{number}", Type = "String", Overwrite = true });
        }

        (await _cloud.RefusalAsync("ssm:getParameter", new { Name = "n:1" })).ShouldBe("Ssm.ParameterVersionNotFoundException");
        await CallAsync("labelParameterVersion", new { Name = "n", ParameterVersion = 2, Labels = new[] { "kept" } });
        (await _cloud.RefusalAsync("ssm:putParameter", new { Name = "n", Value = "x", Overwrite = true })).ShouldBe("Ssm.ParameterMaxVersionLimitExceededException");
        await CallAsync("deleteParameter", new { Name = "n" });
        await PutAsync(new { Name = "n", Value = "again", Type = "String" });
        (await _cloud.RefusalAsync("ssm:getParameter", new { Name = "n:50" })).ShouldBe("Ssm.ParameterVersionNotFoundException");
    }

    [Fact]
    public async Task Of_two_who_put_at_once_both_versions_are_there()
    {
        await PutAsync(new { Name = "n", Value = "0", Type = "String" });

        await Task.WhenAll(Enumerable.Range(1, 10).Select(number => PutAsync(new { Name = "n", Value = $"{number}", Overwrite = true })));

        var history = (await CallAsync("getParameterHistory", new { Name = "n" }))["Parameters"]!.AsArray();
        history.Select(version => (string?)version!["Value"]).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 11).Select(number => $"{number}").Order(StringComparer.Ordinal));
        history.Select(version => (long)version!["Version"]!).ShouldBe(Enumerable.Range(1, 11).Select(number => (long)number));
    }

    [Theory]
    [InlineData("getParameter", "{'Name':'none'}", "ParameterNotFoundException", "none")]
    [InlineData("getParameter", "{'Name':'there:9'}", "ParameterVersionNotFoundException", "version 9 of there")]
    [InlineData("deleteParameter", "{'Name':'none'}", "ParameterNotFoundException", "none")]
    [InlineData("putParameter", "{'Name':'there','Value':'x','Type':'String'}", "ParameterAlreadyExistsException", "set the overwrite option")]
    [InlineData("putParameter", "{'Name':'there','Value':'x','Type':'SecureString','Overwrite':true}", "HierarchyTypeMismatchException", "doesn't support changing a parameter type")]
    [InlineData("putParameter", "{'Name':'new','Value':'x'}", "ValidationException", "A parameter type is required")]
    [InlineData("putParameter", "{'Name':'/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16','Value':'x','Type':'String'}", "HierarchyLevelLimitExceededException", "maximum of 15 levels")]
    [InlineData("putParameter", "{'Name':'/aws/x','Value':'x','Type':'String'}", "ValidationException", "can't be prefixed with \"aws\" or \"ssm\"")]
    [InlineData("putParameter", "{'Name':'a b/c','Value':'x','Type':'String'}", "ValidationException", "3 symbols .-_; Parameter name must be a fully qualified name.")]
    [InlineData("putParameter", "{'Name':'n','Value':'x','Type':'String','AllowedPattern':'[0-9]+'}", "ParameterPatternMismatchException", "[0-9]+")]
    [InlineData("putParameter", "{'Name':'n','Value':'x','Type':'String','AllowedPattern':'('}", "InvalidAllowedPatternException", "regular expression")]
    [InlineData("putParameter", "{'Name':'n','Value':'x','Type':'Text'}", "ValidationException", "enum value set: [String, StringList, SecureString]")]
    [InlineData("putParameter", "{'Name':'n','Value':'x','Type':'SecureString','KeyId':'mine','Policies':'[]'}", "InvalidKeyIdException", "no KMS on this machine")]
    [InlineData("putParameter", "{'Name':'there','Value':'x','Overwrite':true,'Tags':[{'Key':'a','Value':'b'}]}", "ValidationException", "tags and overwrite can't be used together")]
    [InlineData("getParametersByPath", "{'Path':'x'}", "ValidationException", "must begin with a forward slash")]
    [InlineData("getParametersByPath", "{'Path':'/','NextToken':'x'}", "InvalidNextTokenException", "not valid")]
    [InlineData("getParametersByPath", "{'Path':'/','ParameterFilters':[{'Key':'Name','Values':['a']}]}", "InvalidFilterKeyException", "Name")]
    [InlineData("describeParameters", "{'ParameterFilters':[{'Key':'Type','Option':'Contains','Values':['a']}]}", "InvalidFilterOptionException", "Contains")]
    [InlineData("addTagsToResource", "{'ResourceType':'Document','ResourceId':'there','Tags':[]}", "InvalidResourceTypeException", "Document")]
    [InlineData("listTagsForResource", "{'ResourceType':'Parameter','ResourceId':'none'}", "InvalidResourceIdException", "none")]
    public async Task What_is_wrong_is_refused_in_AWSs_names(string operation, string input, string error, string says)
    {
        await PutAsync(new { Name = "there", Value = "x", Type = "String" });

        var refused = await _cloud.RefusedAsync($"ssm:{operation}", JsonNode.Parse(input.Replace('\'', '"'))!);

        refused.Error.ShouldBe($"Ssm.{error}");
        refused.Cause.ShouldContain(says);
    }

    [Fact]
    public async Task A_value_is_in_no_refusal()
    {
        foreach (var input in (object[])
        [
            new { Name = "a b", Value = Secret, Type = "SecureString" },
            new { Name = "n", Value = Secret, Type = "SecureString", AllowedPattern = "[0-9]+" },
            new { Name = "n", Value = Secret, Type = "SecureString", Unknown = 1 },
            new { Name = "n", Value = new[] { Secret }, Type = "SecureString" },
            new { Name = "n", Value = string.Concat(Enumerable.Repeat(Secret, 1000)), Type = "SecureString" },
        ])
        {
            (await _cloud.RefusedAsync("ssm:putParameter", input)).Cause.ShouldNotContain(Secret);
        }
    }

    private static string[] Names(JsonNode page) => [.. page["Parameters"]!.AsArray().Select(parameter => (string)parameter!["Name"]!)];

    private async Task<string[]> DescribedAsync(string key, string option, string value) =>
        Names(await CallAsync("describeParameters", new { ParameterFilters = new[] { new { Key = key, Option = option, Values = new[] { value } } } }));

    private async Task<string> ValueAsync(string name, bool opened = false) => (string)(await CallAsync("getParameter", new { Name = name, WithDecryption = opened }))["Parameter"]!["Value"]!;

    private Task<JsonNode> PutAsync(object input) => CallAsync("putParameter", input);

    private Task<JsonNode> CallAsync(string operation, object input) => _cloud.CallAsync($"ssm:{operation}", input);
}
