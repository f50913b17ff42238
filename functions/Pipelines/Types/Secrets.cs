namespace Sluice.Pipelines.Types;

/// <summary>Values of an action's configuration that are never shown.</summary>
internal static class Secrets
{
    /// <summary>CodePipeline's.</summary>
    public const string Hidden = "****";

    /// <summary>The configuration of an action of this type with its secrets hidden.</summary>
    /// <param name="type">The type.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="keys">What is secret of a type that users or partners have made.</param>
    public static IReadOnlyDictionary<string, string> Masked(ActionTypeId type, IReadOnlyDictionary<string, string> configuration, IReadOnlyList<string> keys)
    {
        var secret = ActionKinds.Of(type).Keys.Where(key => key.Secret).Select(key => key.Name).Concat(keys).ToHashSet(StringComparer.Ordinal);
        return configuration.ToDictionary(pair => pair.Key, pair => secret.Contains(pair.Key) ? Hidden : pair.Value);
    }

    /// <summary>The configuration with hidden secrets as they were before, so that what was shown can be brought again.</summary>
    public static PipelineDeclaration Restored(PipelineDeclaration pipeline, PipelineDeclaration before) => pipeline with
    {
        Stages = [.. pipeline.Stages.Select(stage => stage with
        {
            Actions = [.. stage.Actions.Select(action => Restored(action, before.Stages.FirstOrDefault(old => old.Name == stage.Name)?.Actions.FirstOrDefault(old => old.Name == action.Name)))],
        })],
    };

    private static ActionDeclaration Restored(ActionDeclaration action, ActionDeclaration? before) => action.Configuration is not { } configuration || before?.Configuration is not { } old
        ? action
        : action with { Configuration = configuration.ToDictionary(pair => pair.Key, pair => pair.Value == Hidden && old.TryGetValue(pair.Key, out var secret) ? secret : pair.Value) };
}
