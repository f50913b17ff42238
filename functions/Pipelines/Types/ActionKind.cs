using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Types;

/// <summary>What a document may say of an action of one type, and who does it.</summary>
internal sealed record ActionKind(ActionCategory Category, ActionOwner Owner, string Provider)
{
    public string Version { get; init; } = "1";

    public CountRange Inputs { get; init; } = new(0, 0);

    public CountRange Outputs { get; init; } = new(0, 0);

    public IReadOnlyList<ConfigurationKey> Keys { get; init; } = [];

    /// <summary>Other keys are left to the service that does the action.</summary>
    public bool TakesOtherKeys { get; init; }

    /// <summary>It takes <c>commands</c>, and must have some.</summary>
    public bool TakesCommands { get; init; }

    /// <summary>It takes <c>environmentVariables</c>.</summary>
    public bool TakesEnvironment { get; init; }

    /// <summary>It takes <c>timeoutInMinutes</c>.</summary>
    public bool TakesTimeout { get; init; }

    /// <summary>The variables that its actions can give; null where that is not known from the kind alone.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    public ActionService Service { get; init; } = ActionService.Pipeline;

    /// <summary>After so long the pipeline waits no more for it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether a worker fetches its jobs: one that users have made, or that a partner has.</summary>
    public bool HasWorker { get; init; }

    public bool Is(ActionTypeId id) => Category == id.Category && Owner == id.Owner && Provider == id.Provider && Version == id.Version;
}
