using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>Hides what is secret in configurations, and makes the links of which a type has templates.</summary>
internal sealed class TypesOfPipeline(IReadOnlyList<StoredActionType> made)
{
    /// <summary>The declaration with its secrets hidden.</summary>
    public PipelineDeclaration Masked(PipelineDeclaration pipeline) => pipeline with
    {
        Stages = [.. pipeline.Stages.Select(stage => stage with { Actions = [.. stage.Actions.Select(action => action with { Configuration = Masked(action) })] })],
    };

    /// <summary>The action's configuration with its secrets hidden.</summary>
    public IReadOnlyDictionary<string, string>? Masked(ActionDeclaration action) => action.Configuration is { } configuration ? Masked(action.ActionTypeId, configuration) : null;

    /// <summary>The configuration of an action of this type with its secrets hidden.</summary>
    public IReadOnlyDictionary<string, string> Masked(ActionTypeId type, IReadOnlyDictionary<string, string> configuration) => Secrets.Masked(type, configuration, SecretKeys(type));

    /// <summary>The links of an action of this type: to what it is about, to its execution and to a revision.</summary>
    public ActionLinks Links(ActionTypeId type, IReadOnlyDictionary<string, string> configuration, string? externalExecutionId = null, string? revisionId = null)
    {
        var urls = Of(type)?.Type.Settings;
        var open = configuration.ExceptBy(SecretKeys(type), pair => pair.Key).ToDictionary(StringComparer.Ordinal);
        string? Filled(string? template) => UrlTemplates.Fill(template, open, externalExecutionId, revisionId);
        return new ActionLinks(Filled(urls?.EntityUrlTemplate), Filled(urls?.ExecutionUrlTemplate), Filled(urls?.RevisionUrlTemplate));
    }

    private IReadOnlyList<string> SecretKeys(ActionTypeId type) => [.. (Of(type)?.Type.ActionConfigurationProperties ?? []).Where(property => property.Secret).Select(property => property.Name)];

    private StoredActionType? Of(ActionTypeId type) => made.FirstOrDefault(one => one.Type.Id == type);
}
