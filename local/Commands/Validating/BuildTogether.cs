using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Handing;
using Sluice.Pipelines.Definitions;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>A build action beside the buildspec that it runs: artifacts and variables that the one wants and the other does not make.</summary>
internal static class BuildTogether
{
    public static IEnumerable<Fault> Faults(BuildLink link)
    {
        if (link.Buildspec is not { Read.Result: { } spec } buildspec)
        {
            return Missing(link);
        }

        var outputs = (link.Read.Action.OutputArtifacts ?? []).Select(output => output.Name).ToList();
        var isBatch = link.Read.Action.Configuration?.GetValueOrDefault("BatchEnabled") == "true";
        return Outputs(link, outputs, spec, isBatch).Concat(isBatch ? [] : Variables(link, spec)).Select(fault => Weighed(link, fault)).Concat(isBatch ? [] : Untaken(outputs, spec, buildspec));
    }

    private static IEnumerable<Fault> Missing(BuildLink link) => link is { IsCertain: true, Place: { } place, Buildspec: null } && !place.Contains('\n') && link.Pipeline.Read.Faults.Count == 0
        ? [link.Pipeline.Fault($"{link.Read.Path}.configuration.ProjectName", $"there is no {place}, which the project '{link.Project}' builds by{(place == BuildspecFile.Names[0] ? " unless it names another" : "")}", place == BuildspecFile.Names[0] ? FaultWeight.Doubtful : FaultWeight.Foreseen)]
        : [];

    private static IEnumerable<Fault> Outputs(BuildLink link, List<string> outputs, Buildspec spec, bool isBatch) =>
        isBatch && spec.Batch is null ? [link.Pipeline.Fault($"{link.Read.Path}.configuration.BatchEnabled", BatchPlanner.Missing(link.Buildspec!.File))]
        : isBatch ? []
        : PipelineOutputs.Missing(outputs, spec).Select(missing => link.Pipeline.Fault(
            $"{link.Read.Path}.outputArtifacts[{outputs.IndexOf(missing)}].name", $"{PipelineOutputs.Told(missing)} ({link.Buildspec!.File}){Platform.Documents.NearMiss.Suggestion(missing, spec.SecondaryArtifacts.Keys)}"));

    private static IEnumerable<Fault> Variables(BuildLink link, Buildspec spec) => link.Pipeline.Read.Named.Where(use => use.Namespace == link.Read.Action.Namespace && !spec.Env.Exported.Contains(use.Name)).Select(use =>
        link.Pipeline.Fault(
            use.Node.Path,
            $"#{{{use.Namespace}.{use.Name}}} will have no value: {link.Buildspec!.File} does not export '{use.Name}'{Platform.Documents.NearMiss.Suggestion(use.Name, spec.Env.Exported)}; env.exported-variables has: {string.Join(", ", spec.Env.Exported.DefaultIfEmpty("none"))}"));

    // Of an action with one output artifact they go with it.
    private static IEnumerable<Fault> Untaken(List<string> outputs, Buildspec spec, CheckedBuildspec buildspec) => outputs.Count < 2 ? []
        : spec.SecondaryArtifacts.Keys.Except(outputs, StringComparer.Ordinal).Select(id => buildspec.Fault(
            NodePath.Member("artifacts.secondary-artifacts", id), $"no output artifact has this name, so it is not handed on{Platform.Documents.NearMiss.Suggestion(id, outputs)}; the action has: {string.Join(", ", outputs)}", FaultWeight.Doubtful));

    private static Fault Weighed(BuildLink link, Fault fault) => link.IsCertain ? fault
        : fault with { Weight = FaultWeight.Doubtful, Message = $"{fault.Message} (if the project '{link.Project}' builds by {link.Buildspec!.File}; it was not asked)" };
}
