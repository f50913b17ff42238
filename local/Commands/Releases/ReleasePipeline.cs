using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Local.Commands.Releases;

/// <summary>The pipeline that a repository gets here: its source, one build, one Lambda deployment, as a CodePipeline document.</summary>
internal static partial class ReleasePipeline
{
    /// <summary>One machine's alarms look at one second, CloudWatch's at a minute: a documented lift.</summary>
    private const string AlarmPeriodSeconds = "1";

    /// <summary>The pipeline's name for a repository, and its build project's: its last part, in the characters and the length that CodePipeline and CodeBuild allow.</summary>
    public static string NameFor(string repository)
    {
        var last = repository.TrimEnd('/', '\\').Split('/', '\\')[^1];
        var name = Forbidden().Replace(last.EndsWith(".git", StringComparison.Ordinal) ? last[..^4] : last, "-").Trim('-', '_');
        return name.Length < 2 ? $"repository{(name.Length is 0 ? "" : "-" + name)}" : name[..Math.Min(name.Length, 100)];
    }

    /// <param name="name">See <see cref="NameFor"/>.</param>
    /// <param name="repository">A full path or a URL.</param>
    /// <param name="branch">Null is the repository's HEAD.</param>
    /// <param name="choices">How its deployments go.</param>
    public static string Document(string name, string repository, string? branch, DeploymentChoices choices) =>
        new JsonObject
        {
            ["pipeline"] = new JsonObject
            {
                ["name"] = name,
                ["roleArn"] = "arn:aws:iam::123456789012:role/sluice",
                ["artifactStore"] = new JsonObject { ["type"] = "S3", ["location"] = "sluice" },
                ["stages"] = new JsonArray(
                    Stage("Source", Action("Source", "Source", "Custom", "Git", Source(repository, branch), input: null, output: "Source")),
                    Stage("Build", Action("Build", "Build", "AWS", "CodeBuild", new JsonObject { ["ProjectName"] = name }, input: "Source", output: "Package")),
                    Stage("Deploy", Action("Deploy", "Deploy", "AWS", "Lambda", Deployment(choices), input: "Package", output: null))),
            },
        }.ToJsonString();

    private static JsonObject Stage(string name, JsonObject action) => new() { ["name"] = name, ["actions"] = new JsonArray(action) };

    private static JsonObject Action(string name, string category, string owner, string provider, JsonObject configuration, string? input, string? output) => new()
    {
        ["name"] = name,
        ["actionTypeId"] = new JsonObject { ["category"] = category, ["owner"] = owner, ["provider"] = provider, ["version"] = "1" },
        ["configuration"] = configuration,
        ["inputArtifacts"] = Artifacts(input),
        ["outputArtifacts"] = Artifacts(output),
    };

    private static JsonArray Artifacts(string? name) => name is null ? [] : [new JsonObject { ["name"] = name }];

    private static JsonObject Source(string repository, string? branch)
    {
        var source = new JsonObject { ["Repository"] = repository };
        if (branch is not null)
        {
            source["Branch"] = branch;
        }

        return source;
    }

    private static JsonObject Deployment(DeploymentChoices choices)
    {
        var deployment = new JsonObject
        {
            [choices.IsStrategyChosen ? "DeployStrategy" : "DefaultStrategy"] = choices.Strategy,
            ["HookTimeoutSeconds"] = choices.HookTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        };
        if (choices.Alarm is { } percent)
        {
            deployment["ErrorAlarm"] = percent.ToString(CultureInfo.InvariantCulture) + "%";
            deployment["AlarmPeriodSeconds"] = AlarmPeriodSeconds;
            deployment["TooFewRequests"] = choices.TooFew.ToString().ToUpperInvariant();
            deployment["TooFewRequestsWait"] = Seconds(choices.TooFewWait);
        }

        if (choices.FinalBake is { } bake)
        {
            deployment["FinalBake"] = Seconds(bake);
        }

        return deployment;
    }

    private static string Seconds(int seconds) => seconds.ToString(CultureInfo.InvariantCulture) + "s";

    [GeneratedRegex("[^A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbidden();
}
