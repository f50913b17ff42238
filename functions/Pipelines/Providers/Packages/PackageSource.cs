using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Packages;

/// <summary>Makes a version of a package in CodeArtifact known to a run: the one that the action or whoever started the run named, or the newest that is published.</summary>
internal sealed class PackageSource(OwnActions actions, ActionArtifacts artifacts, PipelineRunStore runs) : ICallingProvider
{
    private const string List = "ListPackageVersions";
    private const string Describe = "DescribePackageVersion";

    public IReadOnlyList<string> Serves { get; } = [$"Source/{SourceTypes.CodeArtifact}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new PackageProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (PackageProgress)action.Progress;
        var package = PackageName.Of(action.Request);
        return action.StopReason is { } reason ? Move.Fail(progress, $"Stopped: {reason}")
            : seen.Error is { } error ? Move.Fail(progress, $"The {package} cannot be read. {error.Describe()}")
            : seen.Call switch
            {
                null when await NamedAsync(action.Request, cancellationToken) is { Length: > 0 } version => DescribeIt(progress, package, version),
                null => Move.Call(progress, List, Newest(package)),
                List when (seen.Output?["versions"] as JsonArray)?.FirstOrDefault() is { } newest => DescribeIt(progress, package, (string)newest["Version"]!),
                List => Move.Fail(progress, $"There is no published version of the {package}."),
                _ => await EndAsync(action.Request, progress, package, seen.Output?["version"], cancellationToken),
            };
    }

    /// <summary>With this order the newest is first.</summary>
    private static JsonObject Newest(PackageName package)
    {
        var parameters = package.Parameters();
        parameters["Status"] = "Published";
        parameters["SortBy"] = "PUBLISHED_TIME";
        parameters["MaxResults"] = 1;
        return parameters;
    }

    private static Move DescribeIt(PackageProgress progress, PackageName package, string version)
    {
        var parameters = package.Parameters();
        parameters["PackageVersion"] = version;
        return Move.Call(progress with { Version = version }, Describe, parameters);
    }

    private async Task<string?> NamedAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var run = (await runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        return run.SourceRevisions.FirstOrDefault(source => source.ActionName == request.ActionName)?.RevisionId is { Length: > 0 } named ? named : request.Configuration.GetValueOrDefault("PackageVersion");
    }

    private async Task<Move> EndAsync(ActionRequest request, PackageProgress progress, PackageName package, JsonNode? version, CancellationToken cancellationToken)
    {
        if (version?["Version"] is null)
        {
            return Move.Fail(progress, $"There is no version {progress.Version} of the {package}.");
        }

        var detail = new PackageDetail(package, version);
        if (!detail.IsServed)
        {
            return Move.Fail(progress, $"The version {detail.Number} of the {package} is {detail.Status}: package managers do not get it.");
        }

        var made = new Dictionary<string, ObjectRef>();
        foreach (var name in request.OutputArtifacts)
        {
            made[name] = await artifacts.WriteFileAsync(request, name, PackageDetail.FileName, detail.ToFile(), cancellationToken);
        }

        return Move.End(progress, new ActionResult(ActionStatus.Succeeded, detail.Number, null, $"{detail.Number} of the {package}", made) { OutputVariables = detail.Variables() });
    }
}
