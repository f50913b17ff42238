using Sluice.Builds.ControlPlane.Webhooks;

namespace Sluice.Builds.Tests.World;

/// <summary>Remembers what is started, each build once.</summary>
internal sealed class StartedBuilds : IBuildStarter
{
    private readonly Dictionary<string, WebhookBuild> _builds = [];

    public IReadOnlyList<WebhookBuild> All => [.. _builds.Values];

    public Task<string> StartAsync(WebhookBuild build, CancellationToken cancellationToken)
    {
        _builds.TryAdd(build.BuildId, build);
        return Task.FromResult($"{build.ProjectName}:{build.BuildId}");
    }
}
