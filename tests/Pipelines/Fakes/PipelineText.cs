using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Makes a pipeline's document of short lines.</summary>
internal sealed class PipelineText(string name = "app")
{
    private readonly JsonArray _stages = [];
    private readonly JsonObject _more = [];

    /// <summary>A pipeline whose first stage has one git source that makes 'Source'.</summary>
    public static PipelineText Begin(string name = "app") =>
        new PipelineText(name).Stage("Source", Action("Checkout", "Source/Custom/Git", outputs: "Source", configuration: new JsonObject { ["Repository"] = Documents.Repository, ["Branch"] = "main" }));

    public PipelineText With(string member, JsonNode value)
    {
        _more[member] = value;
        return this;
    }

    public PipelineText Mode(string mode) => With("executionMode", mode);

    public PipelineText Stage(string stage, params JsonObject[] actions)
    {
        _stages.Add(new JsonObject { ["name"] = stage, ["actions"] = new JsonArray([.. actions]) });
        return this;
    }

    /// <summary>Adds a member to the last stage.</summary>
    public PipelineText On(string member, string json)
    {
        _stages[^1]![member] = JsonNode.Parse(json);
        return this;
    }

    /// <summary>A build that takes 'Source'.</summary>
    public static JsonObject Build(string name, int runOrder = 1, string? outputs = null, string? @namespace = null, string? variables = null) => Action(
        name, "Build/AWS/CodeBuild", runOrder, "Source", outputs, @namespace, variables is null ? new JsonObject { ["ProjectName"] = "app" } : new JsonObject { ["ProjectName"] = "app", ["EnvironmentVariables"] = variables });

    public static JsonObject Approval(string name, JsonObject? configuration = null, int? minutes = null)
    {
        var action = Action(name, "Approval/AWS/Manual", configuration: configuration);
        action["timeoutInMinutes"] = minutes;
        return action;
    }

    public static JsonObject Action(string name, string type, int runOrder = 1, string? inputs = null, string? outputs = null, string? @namespace = null, JsonObject? configuration = null)
    {
        var parts = type.Split('/');
        return new JsonObject
        {
            ["name"] = name,
            ["actionTypeId"] = new JsonObject { ["category"] = parts[0], ["owner"] = parts[1], ["provider"] = parts[2], ["version"] = "1" },
            ["runOrder"] = runOrder,
            ["namespace"] = @namespace,
            ["configuration"] = configuration ?? [],
            ["inputArtifacts"] = Names(inputs),
            ["outputArtifacts"] = Names(outputs),
        };
    }

    public override string ToString()
    {
        var pipeline = new JsonObject
        {
            ["name"] = name,
            ["artifactStore"] = new JsonObject { ["type"] = "S3", ["location"] = "sluice-artifacts" },
            ["pipelineType"] = "V2",
            ["stages"] = _stages.DeepClone(),
        };
        foreach (var (member, value) in _more)
        {
            pipeline[member] = value?.DeepClone();
        }

        return pipeline.ToJsonString();
    }

    private static JsonArray Names(string? names) => [.. (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(artifact => new JsonObject { ["name"] = artifact })];
}
