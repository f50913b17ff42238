using Sluice.Platform.Actions;
using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>What runs programs of the user.</summary>
internal static class BuildTypes
{
    public const string CodeBuild = "CodeBuild";

    public const string Commands = "Commands";

    /// <summary>CodePipeline gives a build 36 hours.</summary>
    private static readonly TimeSpan LongestBuild = TimeSpan.FromHours(36);

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Build(ActionCategory.Build),
        Build(ActionCategory.Test),
        new(ActionCategory.Compute, ActionOwner.AWS, Commands)
        {
            Inputs = new(0, 10), Outputs = new(0, 10), TakesCommands = true, TakesEnvironment = true, TakesTimeout = true, Service = ActionService.Build, Timeout = TimeSpan.FromHours(1),
        },
    ];

    private static ActionKind Build(ActionCategory category) => new(category, ActionOwner.AWS, CodeBuild)
    {
        Inputs = new(1, 5),
        Outputs = new(0, 5),
        Keys = [Needed("ProjectName"), new("PrimarySource"), Flag("BatchEnabled"), Flag("CombineArtifacts"), new("EnvironmentVariables")],
        TakesEnvironment = true,
        Service = ActionService.Build,
        Timeout = LongestBuild,
    };
}
