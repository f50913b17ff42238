using System.Text.Json.Nodes;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;

namespace Sluice.Pipelines.Tests.Api;

/// <summary>What a type that users have made calls secret is shown by nothing but the job itself.</summary>
public sealed class ShownSecretsTests : IDisposable
{
    private const string Type = "'category':'Deploy','provider':'Press','version':'1'";
    private readonly Suite _suite = new();
    private readonly WireApi _api;

    public ShownSecretsTests() => _api = new WireApi(_suite.Get<IServiceProvider>(), "codepipeline");

    public void Dispose() => _suite.Dispose();

    private async Task<JsonNode> CallAsync(string operation, string input) => await _api.CallAsync(operation, SingleQuoted.Json($"{{{input}}}")) ?? new JsonObject();

    private static string Pipeline(string line, string password) => PipelineText.Begin()
        .Stage("Print", PipelineText.Action("Press", "Deploy/Custom/Press", inputs: "Source", configuration: new JsonObject { ["Line"] = line, ["Password"] = password })).ToString();

    private Task<JsonNode> PutAsync(string operation, string text) => CallAsync(operation, $"'pipeline':{text}");

    private static string? Shown(JsonNode answer) => (string?)answer["pipeline"]!["stages"]![1]!["actions"]![0]!["configuration"]!["Password"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secrets_are_hidden_also_when_the_type_is_deleted_and_kept_when_they_come_back_hidden(bool deleted)
    {
        await CallAsync("CreateCustomActionType", $"{Type},'configurationProperties':[{{'name':'Line','key':true,'required':true,'secret':false}},{{'name':'Password','key':false,'required':false,'secret':true}}],'inputArtifactDetails':{{'minimumCount':0,'maximumCount':1}},'outputArtifactDetails':{{'minimumCount':0,'maximumCount':0}}");
        Shown(await PutAsync("CreatePipeline", Pipeline("one", "hush"))).ShouldBe("****");
        Shown(await PutAsync("UpdatePipeline", Pipeline("two", "****"))).ShouldBe("****");
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        (await run.GoOnAsync())!.Actions.Single().Configuration["Password"].ShouldBe("hush");
        if (deleted)
        {
            await CallAsync("DeleteCustomActionType", Type);
        }

        Shown(await CallAsync("GetPipeline", "'name':'app'")).ShouldBe("****");
        (await CallAsync("ListActionExecutions", "'pipelineName':'app'")).ToJsonString().ShouldSatisfyAllConditions(told => told.ShouldContain("****"), told => told.ShouldNotContain("hush"));
    }
}
