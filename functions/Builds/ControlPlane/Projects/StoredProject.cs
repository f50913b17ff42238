using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>A project as it is stored.</summary>
/// <param name="ProjectId">A UUID, for ever its own: <c>CODEBUILD_PROJECT_UUID</c>.</param>
/// <param name="Project">As it is answered, but for what follows from others: its ARN, its badge's address and its webhook.</param>
public sealed record StoredProject(string ProjectId, Project Project)
{
    /// <summary>Raised when its cache is invalidated.</summary>
    public long CacheGeneration { get; init; }

    /// <summary>By what its badge and its public page are found without a key: 128 random bits. Stays as long as the project.</summary>
    public required string PublicAlias { get; init; }

    /// <summary>By what a git host starts its builds; null if none does.</summary>
    public StoredWebhook? Webhook { get; init; }

    internal string Name => Project.Name!;

    internal ListedResource Listed => new(Name, Project.Created!.Value, Project.LastModified!.Value);
}
