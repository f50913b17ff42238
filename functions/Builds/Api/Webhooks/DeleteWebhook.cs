using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Webhooks;

/// <summary>Lets a git host start no more builds of a project.</summary>
public sealed class DeleteWebhook(ProjectStore projects) : IOperation<DeleteWebhookInput, DeleteWebhookOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteWebhookOutput> RunAsync(DeleteWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await projects.ChangeAsync(input.ProjectName, before => before.Webhook is null ? throw WebhookErrors.DoesNotExist(before.Name) : before with { Webhook = null }, cancellationToken);
        return new DeleteWebhookOutput();
    }
}
