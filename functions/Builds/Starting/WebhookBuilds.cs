using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Starting;

/// <summary>Starts the builds and batches that deliveries of git hosts ask for.</summary>
internal sealed class WebhookBuilds(ProjectStore projects, BuildRequests builds, BatchRequests batches) : IBuildStarter
{
    /// <exception cref="ApiException">The project is gone.</exception>
    public async Task<string> StartAsync(WebhookBuild build, CancellationToken cancellationToken)
    {
        var stored = await projects.GetAsync(build.ProjectName, cancellationToken);
        var project = stored.Project with { SourceVersion = build.SourceVersion };
        var wanted = new WantedBuild(stored.Name, SettingsOfProject.Of(stored, project), build.Initiator) { Id = build.BuildId, ServiceVariables = build.Variables };
        return build.IsBatch
            ? (await batches.AddAsync(wanted, project.BuildBatchConfig, token: null, "", cancellationToken)).FullId()
            : (await builds.AddAsync(wanted, token: null, "", cancellationToken)).FullId();
    }
}
