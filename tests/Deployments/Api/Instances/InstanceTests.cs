using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Instances;

public sealed class InstanceTests : IDisposable
{
    private const string User = "arn:aws:iam::123456789012:user/";
    private readonly ApiWorld _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task An_instance_is_told_of_as_it_was_registered()
    {
        await RegisterAsync("one");
        var told = (await _api.CallAsync("GetOnPremisesInstance", "{'instanceName':'one'}"))["instanceInfo"]!;
        ((string)told["instanceArn"]!).ShouldStartWith("arn:aws:codedeploy:us-east-1:123456789012:instance/one_");
        ((string)told["iamUserArn"]!).ShouldBe(User + "one");
        told["registerTime"].ShouldNotBeNull();
        told["deregisterTime"].ShouldBeNull();
    }

    [Theory]
    [InlineData("{'iamUserArn':'" + User + "a'}", "InstanceNameRequiredException")]
    [InlineData("{'instanceName':'a b','iamUserArn':'" + User + "a'}", "InvalidInstanceNameException")]
    [InlineData("{'instanceName':'i-0123','iamUserArn':'" + User + "a'}", "InvalidInstanceNameException")]
    [InlineData("{'instanceName':'a'}", "IamArnRequiredException")]
    [InlineData("{'instanceName':'a','iamUserArn':'" + User + "a','iamSessionArn':'arn:aws:sts::123456789012:assumed-role/r/s'}", "MultipleIamArnsProvidedException")]
    [InlineData("{'instanceName':'a','iamUserArn':'someone'}", "InvalidIamUserArnException")]
    [InlineData("{'instanceName':'a','iamSessionArn':'someone'}", "InvalidIamSessionArnException")]
    [InlineData("{'instanceName':'one','iamUserArn':'" + User + "other'}", "InstanceNameAlreadyRegisteredException")]
    [InlineData("{'instanceName':'two','iamUserArn':'" + User + "one'}", "IamUserArnAlreadyRegisteredException")]
    public async Task A_wrong_instance_is_not_registered(string input, string code)
    {
        await RegisterAsync("one");
        (await _api.RefusedAsync("RegisterOnPremisesInstance", input)).Code.ShouldBe(code);
        (await NamesAsync("{}")).ShouldBe("one");
    }

    [Fact]
    public async Task A_session_registers_one_instance()
    {
        const string session = "'iamSessionArn':'arn:aws:sts::123456789012:assumed-role/r/s'";
        await _api.CallAsync("RegisterOnPremisesInstance", $"{{'instanceName':'a',{session}}}");
        (await _api.RefusedAsync("RegisterOnPremisesInstance", $"{{'instanceName':'b',{session}}}")).Code.ShouldBe("IamSessionArnAlreadyRegisteredException");
    }

    [Fact]
    public async Task A_deregistered_instance_stays_listed_and_its_name_and_identity_are_free()
    {
        await RegisterAsync("one");
        await _api.CallAsync("DeregisterOnPremisesInstance", "{'instanceName':'one'}");
        await _api.CallAsync("DeregisterOnPremisesInstance", "{'instanceName':'one'}");
        await _api.CallAsync("DeregisterOnPremisesInstance", "{'instanceName':'never'}");
        (await _api.CallAsync("GetOnPremisesInstance", "{'instanceName':'one'}"))["instanceInfo"]!["deregisterTime"].ShouldNotBeNull();
        (await NamesAsync("{'registrationStatus':'Registered'}")).ShouldBe("");
        (await NamesAsync("{'registrationStatus':'Deregistered'}")).ShouldBe("one");
        await RegisterAsync("one");
        (await NamesAsync("{'registrationStatus':'Registered'}")).ShouldBe("one");
    }

    [Fact]
    public async Task Instances_are_listed_by_their_tags()
    {
        await RegisterAsync("one", "two", "three");
        await TagAsync("{'Key':'role','Value':'web'}", "one", "two");
        await TagAsync("{'Key':'zone','Value':'a'}", "two");
        (await NamesAsync("{'tagFilters':[{'Key':'role','Value':'web','Type':'KEY_AND_VALUE'}]}")).ShouldBe("one two");
        (await NamesAsync("{'tagFilters':[{'Key':'role','Value':'db','Type':'KEY_AND_VALUE'}]}")).ShouldBe("");
        (await NamesAsync("{'tagFilters':[{'Key':'zone','Type':'KEY_ONLY'}]}")).ShouldBe("two");
        (await NamesAsync("{'tagFilters':[{'Value':'a','Type':'VALUE_ONLY'}]}")).ShouldBe("two");
        (await NamesAsync("{'tagFilters':[{'Key':'zone'},{'Value':'web'}]}")).ShouldBe("one two");
        (await _api.RefusedAsync("ListOnPremisesInstances", "{'tagFilters':[{'Type':'KEY_ONLY'}]}")).Code.ShouldBe("InvalidTagFilterException");
        (await _api.RefusedAsync("ListOnPremisesInstances", "{'registrationStatus':'Perhaps'}")).Code.ShouldBe("InvalidRegistrationStatusException");
        (await _api.RefusedAsync("ListOnPremisesInstances", "{'nextToken':'x'}")).Code.ShouldBe("InvalidNextTokenException");
    }

    [Fact]
    public async Task Instances_are_listed_in_pages()
    {
        await RegisterAsync([.. Enumerable.Range(0, 105).Select(n => $"h{n:D3}")]);
        var first = await _api.CallAsync("ListOnPremisesInstances");
        var second = await _api.CallAsync("ListOnPremisesInstances", $"{{'nextToken':'{first["nextToken"]}'}}");
        first["instanceNames"]!.AsArray().Count.ShouldBe(100);
        second["instanceNames"]!.AsArray().Count.ShouldBe(5);
        second["nextToken"].ShouldBeNull();
    }

    [Fact]
    public async Task Tags_are_taken_away_by_key_and_by_value_where_one_is_said()
    {
        await RegisterAsync("one");
        await TagAsync("{'Key':'a','Value':'1'},{'Key':'b','Value':'2'},{'Key':'c','Value':'3'}", "one");
        await _api.CallAsync("RemoveTagsFromOnPremisesInstances", "{'instanceNames':['one'],'tags':[{'Key':'a'},{'Key':'b','Value':'9'},{'Key':'c','Value':'3'}]}");
        (await _api.CallAsync("GetOnPremisesInstance", "{'instanceName':'one'}"))["instanceInfo"]!["tags"]!.ToJsonString().ShouldBe("""[{"Key":"b","Value":"2"}]""");
    }

    [Theory]
    [InlineData("{'instanceNames':['one'],'tags':[]}", "TagRequiredException")]
    [InlineData("{'instanceNames':['one']}", "TagRequiredException")]
    [InlineData("{'tags':[{'Key':'a'}]}", "InstanceNameRequiredException")]
    [InlineData("{'instanceNames':[],'tags':[{'Key':'a'}]}", "InstanceNameRequiredException")]
    [InlineData("{'instanceNames':['one'],'tags':[{'Value':'a'}]}", "InvalidTagException")]
    [InlineData("{'instanceNames':['one','two','three'],'tags':[{'Key':'a'}]}", "InstanceNotRegisteredException")]
    public async Task Wrong_tags_change_no_instance(string input, string code)
    {
        await RegisterAsync("one");
        (await _api.RefusedAsync("AddTagsToOnPremisesInstances", input)).Code.ShouldBe(code);
        (await _api.RefusedAsync("RemoveTagsFromOnPremisesInstances", input)).Code.ShouldBe(code);
        (await _api.CallAsync("GetOnPremisesInstance", "{'instanceName':'one'}"))["instanceInfo"]!["tags"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Limits_are_the_original_s()
    {
        await RegisterAsync("one");
        var tags = string.Join(',', Enumerable.Range(0, 11).Select(n => $"{{'Key':'k{n}'}}"));
        (await _api.RefusedAsync("AddTagsToOnPremisesInstances", $"{{'instanceNames':['one'],'tags':[{tags}]}}")).Code.ShouldBe("TagLimitExceededException");
        var names = string.Join(',', Enumerable.Range(0, 101).Select(n => $"'h{n}'"));
        (await _api.RefusedAsync("AddTagsToOnPremisesInstances", $"{{'instanceNames':[{names}],'tags':[{{'Key':'a'}}]}}")).Code.ShouldBe("InstanceLimitExceededException");
        (await _api.RefusedAsync("BatchGetOnPremisesInstances", $"{{'instanceNames':[{names}]}}")).Code.ShouldBe("BatchLimitExceededException");
    }

    [Fact]
    public async Task Several_instances_are_told_of_at_once()
    {
        await RegisterAsync("one", "two");
        (await _api.CallAsync("BatchGetOnPremisesInstances", "{'instanceNames':['two','one','never']}"))["instanceInfos"]!.AsArray()
            .Select(one => (string)one!["instanceName"]!).ShouldBe(["two", "one"]);
        (await _api.RefusedAsync("BatchGetOnPremisesInstances", "{'instanceNames':['i-1']}")).Code.ShouldBe("InvalidInstanceNameException");
        (await _api.RefusedAsync("GetOnPremisesInstance", "{'instanceName':'never'}")).Code.ShouldBe("InstanceNotRegisteredException");
    }

    private async Task RegisterAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await _api.CallAsync("RegisterOnPremisesInstance", $"{{'instanceName':'{name}','iamUserArn':'{User}{name}'}}");
        }
    }

    private Task TagAsync(string tags, params string[] names) =>
        _api.CallAsync("AddTagsToOnPremisesInstances", $"{{'instanceNames':[{string.Join(',', names.Select(name => $"'{name}'"))}],'tags':[{tags}]}}");

    private async Task<string> NamesAsync(string filter) =>
        string.Join(' ', (await _api.CallAsync("ListOnPremisesInstances", filter))["instanceNames"]!.AsArray().Select(name => (string)name!));
}
