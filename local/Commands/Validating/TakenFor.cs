namespace Sluice.Local.Commands.Validating;

/// <summary>What a document was taken for, in words.</summary>
internal static class TakenFor
{
    public static string Text(CheckedDocument document, IReadOnlyList<BuildLink> builds, IReadOnlyList<DeployLink> deploys) => document switch
    {
        CheckedPipeline { Read.Declared.Name: { Length: > 0 } name } => $"pipeline '{name}'",
        CheckedPipeline => "pipeline",
        CheckedBuildspec spec => "buildspec" + Of(builds.Where(link => link.Buildspec == spec).Select(link => $"{link.Read.StageName}/{link.Read.Action.Name}")),
        CheckedAppSpec spec => "appspec" + Of(deploys.Where(link => link.AppSpec == spec).Select(link => $"{link.Read.StageName}/{link.Read.Action.Name}")),
        _ => "unknown",
    };

    private static string Of(IEnumerable<string> actions) => string.Join(", ", actions) is { Length: > 0 } names ? $" of {names}" : "";
}
