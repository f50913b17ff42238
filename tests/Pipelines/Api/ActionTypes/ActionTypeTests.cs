using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Tests.Api.ActionTypes;

public sealed class ActionTypeTests : IAsyncLifetime, IDisposable
{
    private const string None = "'inputArtifactDetails':{'minimumCount':0,'maximumCount':0},'outputArtifactDetails':{'minimumCount':0,'maximumCount':0}";
    private JobsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await JobsHost.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _host.Dispose();

    private Task CreateAsync(string provider, string version = "1", string more = "") =>
        _host.CallAsync("CreateCustomActionType", $"'category':'Deploy','provider':'{provider}','version':'{version}',{None}{more}");

    private Task<(string Code, string Message)> RefusedAsync(string more) => _host.RefusedAsync("CreateCustomActionType", $"'category':'Deploy','provider':'Own','version':'1',{more}");

    private async Task<IReadOnlyList<string>> ListedAsync(string filter = "") =>
        [.. (await _host.CallAsync("ListActionTypes", filter))!["actionTypes"]!.AsArray().Select(type => $"{type!["id"]!["owner"]}/{type["id"]!["category"]}/{type["id"]!["provider"]}/{type["id"]!["version"]}")];

    [Fact]
    public async Task A_type_is_told_back_with_its_tags()
    {
        var answer = await _host.CallAsync(
            "CreateCustomActionType",
            $"'category':'Deploy','provider':'Own','version':'1',{None},'settings':{{'executionUrlTemplate':'https://ci/{{Config:Project}}/{{ExternalExecutionId}}'}},'tags':[{{'key':'team','value':'web'}}]");

        answer!["actionType"]!["id"]!.ToJsonString().ShouldBe("""{"category":"Deploy","owner":"Custom","provider":"Own","version":"1"}""");
        answer["tags"]!.ToJsonString().ShouldBe("""[{"key":"team","value":"web"}]""");
        (await ListedAsync("'actionOwnerFilter':'Custom'")).ShouldContain("Custom/Deploy/Own/1");
        (await _host.CallAsync("ListTagsForResource", "'resourceArn':'arn:aws:codepipeline:us-east-1:123456789012:actiontype:Custom/Deploy/Own/1'"))!["tags"]!.ToJsonString().ShouldContain("team");
    }

    [Fact]
    public async Task A_version_never_means_another_type_and_the_same_definition_brings_it_back()
    {
        await CreateAsync("Own");
        (await RefusedAsync(None)).Message.ShouldStartWith("There is an action type Deploy by 'Own', version '1' already");
        await _host.CallAsync("DeleteCustomActionType", "'category':'Deploy','provider':'Own','version':'1'");
        (await ListedAsync()).ShouldNotContain("Custom/Deploy/Own/1");

        (await RefusedAsync($"{None},'settings':{{'entityUrlTemplate':'https://x'}}")).Message.ShouldContain("was another action type, which was deleted");
        await CreateAsync("Own");

        (await ListedAsync()).ShouldContain("Custom/Deploy/Own/1");
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_error() => await _host.CallAsync("DeleteCustomActionType", "'category':'Deploy','provider':'Nothing','version':'1'");

    [Fact]
    public async Task There_are_50_at_most_and_a_deletion_makes_room()
    {
        for (var i = 2; i <= 50; i++)
        {
            await CreateAsync($"Own{i}");
        }

        (await RefusedAsync(None)).Code.ShouldBe("LimitExceededException");
        await _host.CallAsync("DeleteCustomActionType", "'category':'Deploy','provider':'Own7','version':'1'");
        await CreateAsync("Own");
        (await ListedAsync("'actionOwnerFilter':'Custom'")).Count.ShouldBe(52, "50, and the suite's own Git and CodeArtifact");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var (code, message) = await RefusedAsync(
            "'inputArtifactDetails':{'minimumCount':3,'maximumCount':1},'outputArtifactDetails':{'minimumCount':0,'maximumCount':0},"
            + "'configurationProperties':[{'name':'A','required':false,'key':true,'secret':false,'queryable':true},{'name':'A','required':true,'key':true,'secret':true,'queryable':true}]");

        code.ShouldBe("ValidationException");
        message.ShouldContain("minimumCount 3 must not be more than maximumCount 1");
        message.ShouldContain("'A' is there 2 times");
        message.ShouldContain("at most one can be queryable");
        message.ShouldContain("must be required and must not be secret");
    }

    [Fact]
    public async Task The_suites_types_are_listed_as_the_originals_are()
    {
        var types = (await _host.CallAsync("ListActionTypes", "'actionOwnerFilter':'AWS'"))!["actionTypes"]!.AsArray();

        types.Count.ShouldBe(ActionKinds.BuiltIn.Count(kind => kind.Owner == Shapes.ActionOwner.AWS));
        var build = types.Single(type => (string?)type!["id"]!["provider"] == "CodeBuild" && (string?)type["id"]!["category"] == "Build")!;
        build["inputArtifactDetails"]!.ToJsonString().ShouldBe("""{"maximumCount":5,"minimumCount":1}""");
        build["actionConfigurationProperties"]![0]!.ToJsonString().ShouldBe("""{"key":true,"name":"ProjectName","queryable":false,"required":true,"secret":false,"type":"String"}""");
        var rules = (await _host.CallAsync("ListRuleTypes", ""))!["ruleTypes"]!.AsArray().Select(rule => (string)rule!["id"]!["provider"]!);
        rules.ShouldBe(RuleKinds.All.Select(rule => rule.Provider));
        (await ListedAsync("'regionFilter':'eu-west-1'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_makes_a_partners_type_and_changes_it()
    {
        var id = "'category':'Test','owner':'ThirdParty','provider':'Other','version':'1'";
        (await _host.RefusedAsync("GetActionType", id)).Code.ShouldBe("ActionTypeNotFoundException");
        await _host.CallAsync("UpdateActionType", $"'actionType':{{'id':{{{id}}},{JobsHost.PartnersRest()},'description':'first','permissions':{{'allowedAccounts':['111122223333']}}}}");
        (await ListedAsync("'actionOwnerFilter':'ThirdParty'")).ShouldNotContain("ThirdParty/Test/Other/1", "it is for another account");

        var function = "'type':'Lambda','jobTimeout':120,'configuration':{'lambdaExecutorConfiguration':{'lambdaFunctionArn':'arn:aws:lambda:us-east-1:123456789012:function:work'}}";
        await _host.CallAsync(
            "UpdateActionType",
            $"'actionType':{{'id':{{{id}}},{JobsHost.PartnersRest(function)},'properties':[{{'name':'Token','optional':false,'key':true,'noEcho':true}}],'urls':{{'configurationUrl':'https://partner'}}}}");

        var told = (await _host.CallAsync("GetActionType", id))!["actionType"]!;
        told["executor"]!["jobTimeout"]!.GetValue<int>().ShouldBe(120);
        told["properties"]![0]!.ToJsonString().ShouldBe("""{"key":true,"name":"Token","noEcho":true,"optional":false}""");
        ((string)told["urls"]!["configurationUrl"]!).ShouldBe("https://partner");
        told["description"].ShouldBeNull();
        (await ListedAsync("'actionOwnerFilter':'ThirdParty'")).ShouldContain("ThirdParty/Test/Other/1");
    }
}
