using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Tags;

public sealed class TagTests : IDisposable
{
    private const string Shop = "arn:aws:codedeploy:us-east-1:123456789012:application:shop";
    private const string Live = "arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop/live";
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(Shop)]
    [InlineData(Live)]
    [InlineData("arn:aws:codedeploy:us-east-1::application:shop")]
    [InlineData("arn:aws:codedeploy:us-east-1::deploymentgroup:shop/live")]
    public async Task Tags_are_added_replaced_and_taken_away(string arn)
    {
        await _api.CreateGroupAsync("shop");
        await _api.CallAsync("TagResource", $"{{'ResourceArn':'{arn}','Tags':[{{'Key':'team','Value':'web'}},{{'Key':'env','Value':'prod'}}]}}");
        await _api.CallAsync("TagResource", $"{{'ResourceArn':'{arn}','Tags':[{{'Key':'env','Value':'test'}}]}}");
        (await TagsAsync(arn)).ShouldBe("""[{"Key":"env","Value":"test"},{"Key":"team","Value":"web"}]""");
        await _api.CallAsync("UntagResource", $"{{'ResourceArn':'{arn}','TagKeys':['team','other']}}");
        (await TagsAsync(arn)).ShouldBe("""[{"Key":"env","Value":"test"}]""");
    }

    [Fact]
    public async Task What_is_made_with_tags_has_them()
    {
        await _api.CallAsync("CreateApplication", "{'applicationName':'shop','computePlatform':'Lambda','tags':[{'Key':'a','Value':'1'}]}");
        await _api.CallAsync("CreateDeploymentGroup", ApiWorld.GroupInput("shop", "Lambda", "{'tags':[{'Key':'b'}]}"));
        (await TagsAsync(Shop)).ShouldBe("""[{"Key":"a","Value":"1"}]""");
        (await TagsAsync(Live)).ShouldBe("""[{"Key":"b","Value":""}]""");
    }

    [Theory]
    [InlineData("{'Tags':[{'Key':'a'}]}", "ResourceArnRequiredException")]
    [InlineData("{'ResourceArn':'" + Shop + "'}", "TagRequiredException")]
    [InlineData("{'ResourceArn':'" + Shop + "','Tags':[]}", "TagRequiredException")]
    [InlineData("{'ResourceArn':'" + Shop + "','Tags':[{'Key':'aws:a'}]}", "InvalidTagsToAddException")]
    [InlineData("{'ResourceArn':'shop','Tags':[{'Key':'a'}]}", "InvalidArnException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:eu-west-1:123456789012:application:shop','Tags':[{'Key':'a'}]}", "InvalidArnException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:999999999999:application:shop','Tags':[{'Key':'a'}]}", "InvalidArnException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop','Tags':[{'Key':'a'}]}", "InvalidArnException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:deploymentconfig:mine','Tags':[{'Key':'a'}]}", "ArnNotSupportedException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:instance/host','Tags':[{'Key':'a'}]}", "ArnNotSupportedException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:application:nothing','Tags':[{'Key':'a'}]}", "ApplicationDoesNotExistException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop/nothing','Tags':[{'Key':'a'}]}", "DeploymentGroupDoesNotExistException")]
    public async Task Wrong_tags_are_not_added(string input, string code)
    {
        await _api.CreateGroupAsync("shop");
        (await _api.RefusedAsync("TagResource", input)).Code.ShouldBe(code);
        (await TagsAsync(Shop)).ShouldBe("[]");
    }

    [Theory]
    [InlineData("{'ResourceArn':'" + Shop + "'}", "TagRequiredException")]
    [InlineData("{'ResourceArn':'" + Shop + "','TagKeys':[]}", "TagRequiredException")]
    [InlineData("{'TagKeys':['a']}", "ResourceArnRequiredException")]
    [InlineData("{'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:application:nothing','TagKeys':['a']}", "ApplicationDoesNotExistException")]
    public async Task Wrong_keys_are_not_taken_away(string input, string code)
    {
        await _api.CreateGroupAsync("shop");
        (await _api.RefusedAsync("UntagResource", input)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_tags_of_nothing_are_an_error()
    {
        (await _api.RefusedAsync("ListTagsForResource", $"{{'ResourceArn':'{Shop}'}}")).Code.ShouldBe("InvalidArnException");
        (await _api.RefusedAsync("ListTagsForResource")).Code.ShouldBe("ResourceArnRequiredException");
    }

    [Fact]
    public async Task A_resource_has_at_most_fifty_tags()
    {
        await _api.CreateGroupAsync("shop");
        var fifty = string.Join(',', Enumerable.Range(0, 50).Select(n => $"{{'Key':'k{n}'}}"));
        await _api.CallAsync("TagResource", $"{{'ResourceArn':'{Shop}','Tags':[{fifty}]}}");
        (await _api.RefusedAsync("TagResource", $"{{'ResourceArn':'{Shop}','Tags':[{{'Key':'more'}}]}}")).Code.ShouldBe("InvalidTagsToAddException");
    }

    private async Task<string> TagsAsync(string arn) => (await _api.CallAsync("ListTagsForResource", $"{{'ResourceArn':'{arn}'}}"))["Tags"]!.ToJsonString();
}
