using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Api;

public sealed class TagTests
{
    [Theory]
    [InlineData("CreateDomain", "'domain':'new'", "domain/new")]
    [InlineData("CreateRepository", "'domain':'org','repository':'new'", "repository/org/new")]
    [InlineData("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/new/ui~'", "package-group/org/npm/new/ui~")]
    public async Task What_is_made_has_its_tags_which_can_be_changed(string operation, string input, string resource)
    {
        using var api = await ApiWorld.MakeAsync();
        var arn = $"'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:{resource}'";
        await api.CallAsync(operation, $"{input},'tags':[{{'key':'b','value':'1'}},{{'key':'a','value':'2'}}]");

        await api.CallAsync("TagResource", $"{arn},'tags':[{{'key':'b','value':'3'}},{{'key':'c','value':''}}]");
        await api.CallAsync("UntagResource", $"{arn},'tagKeys':['a','none']");

        JsonNode.DeepEquals((await api.CallAsync("ListTagsForResource", arn))["tags"], JsonNode.Parse("""[{"key":"b","value":"3"},{"key":"c","value":""}]""")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_root_group_can_be_tagged()
    {
        using var api = await ApiWorld.MakeAsync();
        const string Arn = "'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:package-group/org/*'";

        await api.CallAsync("TagResource", $"{Arn},'tags':[{{'key':'a','value':'b'}}]");

        ApiWorld.Names(await api.CallAsync("ListTagsForResource", Arn), "tags", "key").ShouldBe(["a"]);
    }
}
