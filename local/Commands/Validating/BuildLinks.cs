using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Runs;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;

namespace Sluice.Local.Commands.Validating;

/// <summary>Which buildspec each build action of a pipeline runs, if it is in the folder at hand.</summary>
internal static class BuildLinks
{
    public static IReadOnlyList<BuildLink> Of(CheckedPipeline pipeline, SourceFolder folder, SuiteFacts facts)
    {
        var near = SourcesAtHand.Of(pipeline.Read, folder);
        var builds = pipeline.Read.Actions.Where(read => IsBuild(read.Action)).ToList();
        var isOnly = builds.Select(Project).Distinct(StringComparer.Ordinal).Count() == 1;
        return [.. builds.Select(read => Of(pipeline, read, Primary(read.Action) is { } artifact ? near.GetValueOrDefault(artifact) : Nearness.Other, isOnly, folder, facts))];
    }

    /// <summary>Whether an action runs the buildspec of a project.</summary>
    public static bool IsBuild(ActionDeclaration action) => action.ActionTypeId is { Category: ActionCategory.Build or ActionCategory.Test, Provider: BuildTypes.CodeBuild };

    private static BuildLink Of(CheckedPipeline pipeline, ReadAction read, Nearness near, bool isOnly, SourceFolder folder, SuiteFacts facts)
    {
        var project = Project(read);
        var fact = facts.Find(NeededKind.Project, project);
        var isKnown = fact?.IsThere is not null;
        var said = fact?.Buildspec;
        var isText = !string.IsNullOrEmpty(said) && BuildspecSource.IsInline(said);
        var isElsewhere = said?.StartsWith("arn:", StringComparison.Ordinal) == true || (!isText && near == Nearness.Other);
        var place = isElsewhere ? null : string.IsNullOrEmpty(said) ? Usual(folder) : said;
        return new BuildLink(pipeline, read, project, place, isText || isKnown || isOnly);
    }

    private static string Project(ReadAction read) => read.Action.Configuration?.GetValueOrDefault("ProjectName") ?? "";

    private static string? Primary(ActionDeclaration action) => action.Configuration?.GetValueOrDefault("PrimarySource") ?? action.InputArtifacts?.Select(input => input.Name).FirstOrDefault();

    private static string Usual(SourceFolder folder) => BuildspecFile.Names.FirstOrDefault(name => folder.Find(name) is not null) ?? BuildspecFile.Names[0];
}
