using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Providers;

/// <summary>What docs/pipelines-actions.md has for copying is what pipelines take.</summary>
public sealed class ActionsPageTests : IDisposable
{
    private readonly Suite _suite = new();

    public static TheoryData<string> Actions => new(Blocks().Where(block => block["actionTypeId"] is not null).Select(block => block.ToJsonString()));

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task An_example_is_taken_as_it_is(string example)
    {
        var action = (JsonObject)JsonNode.Parse(example)!;
        var isSource = (string?)action["actionTypeId"]!["category"] == "Source";
        var package = Source();
        var pipeline = isSource
            ? PipelineText.Begin().Stage("Work", PipelineText.Build("Build"))
            : PipelineText.Begin().Stage("Work", PipelineText.Build("Build", outputs: "Package")).Stage("Then", action);
        var document = JsonNode.Parse(pipeline.ToString())!;
        var stages = (JsonArray)(document["pipeline"] ?? document)["stages"]!;
        ((JsonArray)stages[0]!["actions"]!).Add(isSource ? action : package);
        if (!isSource)
        {
            ((JsonObject)stages[1]!["actions"]![0]!)["outputArtifacts"] = new JsonArray(new JsonObject { ["name"] = "Package" });
            package["outputArtifacts"] = new JsonArray(new JsonObject { ["name"] = "Other" });
        }

        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", document.ToJsonString(), cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_whole_pipeline_is_taken()
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("site.json", Blocks().Single(block => block["pipeline"] is not null).ToJsonString(), cancellationToken: TestContext.Current.CancellationToken);
    }

    public void Dispose() => _suite.Dispose();

    /// <summary>What examples refer to by <c>#{package.…}</c>.</summary>
    private static JsonObject Source() => (JsonObject)Blocks().First(block => (string?)block["namespace"] == "package").DeepClone();

    private static IEnumerable<JsonObject> Blocks() => DocsPage.Read("pipelines-actions.md").Blocks("json").Select(block => (JsonObject)JsonNode.Parse(block)!);
}
