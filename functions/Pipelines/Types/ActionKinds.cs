namespace Sluice.Pipelines.Types;

/// <summary>All types of actions that come with the suite.</summary>
internal static class ActionKinds
{
    /// <summary>CodePipeline gives a job worker a day.</summary>
    private static readonly TimeSpan WorkersDay = TimeSpan.FromHours(24);

    public static IReadOnlyList<ActionKind> BuiltIn { get; } = [.. SourceTypes.All, .. BuildTypes.All, .. DeployTypes.All, .. InvokeTypes.All, .. ApprovalTypes.All];

    /// <summary>The type of an action that was taken: one that comes with the suite, or one that users have made.</summary>
    public static ActionKind Of(ActionTypeId id) => BuiltIn.FirstOrDefault(known => known.Is(id))
        ?? new ActionKind(id.Category, id.Owner, id.Provider) { Version = id.Version, HasWorker = true, Timeout = WorkersDay };
}
