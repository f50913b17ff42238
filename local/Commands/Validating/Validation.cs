using System.Text;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>Checks documents by themselves and beside each other.</summary>
/// <param name="folder">The folder at hand.</param>
/// <param name="reading">Reads them.</param>
/// <param name="ask">Asks a suite for what they name, if one is there.</param>
internal sealed class Validation(SourceFolder folder, DocumentReading reading, Func<IReadOnlyList<Needed>, Task<SuiteFacts>> ask)
{
    public async Task<ValidationReport> RunAsync(IReadOnlyList<FoundDocument> found)
    {
        var documents = found.Select(reading.Read).ToList();
        var pipelines = documents.OfType<CheckedPipeline>().ToList();
        var needed = pipelines.SelectMany(NeededNames.Of).ToList();
        var facts = await ask(needed);
        var builds = pipelines.SelectMany(pipeline => BuildLinks.Of(pipeline, folder, facts)).Select(link => link with { Buildspec = Buildspec(link, documents) }).ToList();
        var deploys = pipelines.SelectMany(pipeline => Deploys(pipeline, builds, documents)).ToList();
        var functions = documents.OfType<CheckedAppSpec>().SelectMany(spec => NeededNames.Of(spec, HandedOn(spec, deploys))).ToList();
        var more = await ask(functions);
        facts = facts with { All = [.. facts.All, .. more.All], WhyNot = facts.WhyNot ?? more.WhyNot };
        needed.AddRange(functions);
        var together = builds.SelectMany(BuildTogether.Faults)
            .Concat(deploys.SelectMany(link => DeployTogether.Faults(link, facts)))
            .Concat(pipelines.SelectMany(pipeline => NamedFiles.Faults(pipeline, folder)))
            .Concat(pipelines.SelectMany(Settings))
            .Concat(NeededFaults.Of(needed, facts));
        return ValidationReport.Of(
            documents, document => TakenFor.Text(document, builds, deploys), [.. documents.SelectMany(document => document.Faults).Concat(together).Distinct()], [.. NeededFaults.Unasked(needed, facts), .. pipelines.SelectMany(Types)]);
    }

    private static IEnumerable<Fault> Settings(CheckedPipeline pipeline) => pipeline.Read.Actions
        .Where(read => read.Action.ActionTypeId is { Category: ActionCategory.Deploy, Provider: Pipelines.Types.DeployTypes.Lambda })
        .SelectMany(read => DeployTogether.Settings(pipeline, read.Path, read.Action.Configuration ?? new Dictionary<string, string>()));

    private IEnumerable<Unasked> Types(CheckedPipeline pipeline) => pipeline.Read.Actions.Select(read => read.Action.ActionTypeId).Where(reading.IsUnknown).Distinct()
        .Select(type => new Unasked($"action type {type.Category}/{type.Owner}/{type.Provider}", SuiteFacts.Nothing.WhyNot!));

    private CheckedBuildspec? Buildspec(BuildLink link, List<CheckedDocument> documents)
    {
        if (link.Place is not { } place)
        {
            return null;
        }

        var isText = BuildRunner.Runs.BuildspecSource.IsInline(place);
        var full = isText ? $"{link.Project}\n" : folder.At(place);
        if (documents.OfType<CheckedBuildspec>().FirstOrDefault(known => known.Document.FullPath == full) is { } there)
        {
            return there;
        }

        if ((isText ? Encoding.UTF8.GetBytes(place) : folder.Find(place)) is not { } content)
        {
            return null;
        }

        var read = (CheckedBuildspec)reading.Read(new FoundDocument(isText ? $"the buildspec of the project {link.Project}" : place, full, DocumentKind.Buildspec, content));
        documents.Add(read);
        return read;
    }

    private List<DeployLink> Deploys(CheckedPipeline pipeline, List<BuildLink> builds, List<CheckedDocument> documents)
    {
        foreach (var read in pipeline.Read.Actions.Where(read => DeployLinks.Reads(read.Action)))
        {
            AddAppSpec(DeployLinks.Names(read.Action, folder).FirstOrDefault(name => folder.Find(name) is not null), documents);
        }

        var links = DeployLinks.Of(pipeline, folder, builds, [.. documents.OfType<CheckedAppSpec>()]).ToList();
        return [.. links.Select(link => link.AppSpec is { } spec ? link with { AppSpec = Replaced(spec, reading.AppSpec(spec.Document, link.Read.Action.ActionTypeId.Provider), documents) } : link)];
    }

    private void AddAppSpec(string? name, List<CheckedDocument> documents)
    {
        if (name is not null && documents.All(known => known.Document.FullPath != folder.At(name)))
        {
            documents.Add(reading.Read(FolderDocuments.Of(folder, name, DocumentKind.AppSpec, folder.Find(name)!)));
        }
    }

    private static CheckedAppSpec Replaced(CheckedAppSpec before, CheckedAppSpec after, List<CheckedDocument> documents)
    {
        documents[documents.IndexOf(before)] = after;
        return after;
    }

    // Functions that are packages of the build's own are made by the release.
    private static IReadOnlyCollection<string> HandedOn(CheckedAppSpec spec, List<DeployLink> deploys) =>
        [.. deploys.Where(link => link.AppSpec?.Document == spec.Document).SelectMany(link => (IEnumerable<string>?)link.Build?.Buildspec?.Read.Result?.SecondaryArtifacts.Keys ?? [])];
}
