using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Deployments;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Ecs.Templates;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>Reads each file by the rules of the service whose it is.</summary>
/// <param name="types">The types of actions that pipelines may name.</param>
internal sealed class DocumentReading(KnownTypes types)
{
    private readonly AppSpecReader _appSpecs = new ServiceCollection().AddDeployments().BuildServiceProvider().GetRequiredService<AppSpecReader>();

    /// <summary>Whether nothing is known of a type of actions.</summary>
    public bool IsUnknown(ActionTypeId type) => type.Provider.Length > 0 && types.MayBeOther(type);

    public CheckedDocument Read(FoundDocument document) => document.Kind switch
    {
        DocumentKind.Pipeline => new CheckedPipeline(document, PipelineDocument.Examine(document.File, document.Content, types)),
        DocumentKind.Buildspec => Buildspec(document),
        DocumentKind.AppSpec => AppSpec(document, provider: null),
        _ => new UnknownDocument(document),
    };

    // What a build's log would say of it is worth a warning: it begins with the place.
    private static CheckedBuildspec Buildspec(FoundDocument document)
    {
        var read = BuildspecReader.Examine(document.File, document.Content);
        var notes = (read.Result?.Notes ?? []).Select(note => note.Split(' ', 2)).Where(note => note.Length == 2).Select(note => read.Places.Fault(document.File, note[0], note[1], FaultWeight.Doubtful));
        return new CheckedBuildspec(document, read with { Faults = [.. read.Faults, .. notes] });
    }

    /// <summary>An appspec as an action's provider wants it: CodeDeploy has nothing to publish, and of a template for ECS the task definition is registered first.</summary>
    public CheckedAppSpec AppSpec(FoundDocument document, string? provider)
    {
        var text = Encoding.UTF8.GetString(document.Content);
        var isTemplate = provider == DeployTypes.CodeDeployToEcs || text.Contains(NewTaskDefinition.Placeholder, StringComparison.Ordinal);
        var read = _appSpecs.Examine(document.File, isTemplate ? EcsTemplates.Unregistered(text) : document.Content, releasesVersion: provider is DeployTypes.CodeDeploy or DeployTypes.CodeDeployToEcs);
        return new CheckedAppSpec(document, provider == DeployTypes.CodeDeployToEcs && EcsTemplates.TemplateFault(document.File, text) is { } fault ? read with { Faults = [fault, .. read.Faults] } : read);
    }
}
