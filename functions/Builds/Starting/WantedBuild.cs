namespace Sluice.Builds.Starting;

/// <summary>A build that is asked for.</summary>
/// <param name="ProjectName">Of which project.</param>
/// <param name="Settings">How it is made.</param>
/// <param name="Initiator">Who asks.</param>
internal sealed record WantedBuild(string ProjectName, BuildSettings Settings, string Initiator)
{
    /// <summary>Its UUID, where that is made of what asks for it, so that however often it is asked for, it is one; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is to be a sandbox.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Variables of CodeBuild's own that only the asker knows.</summary>
    public IReadOnlyDictionary<string, string> ServiceVariables { get; init; } = new Dictionary<string, string>();
}
