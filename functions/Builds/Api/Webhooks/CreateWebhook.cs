using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Webhooks;

/// <summary>Lets a git host start builds of a project. The address and the secret, which is told this once, are to be entered at the host: the suite calls no host.</summary>
public sealed class CreateWebhook(ProjectStore projects, ISecretBox box, IIds ids, TimeProvider time)
    : IOperation<CreateWebhookInput, CreateWebhookOutput>
{
    /// <inheritdoc/>
    public async Task<CreateWebhookOutput> RunAsync(CreateWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (webhook, secret) = (WebhookSettings.Create(input, time.GetUtcNow()), ids.Secret());
        var changed = await projects.ChangeAsync(input.ProjectName, AddedAsync, cancellationToken);
        return new CreateWebhookOutput { Webhook = ProjectAnswer.WebhookOf(webhook, changed.ProjectId, context) with { Secret = secret } };

        async Task<StoredProject> AddedAsync(StoredProject before)
        {
            WebhookRules.Faults(webhook, before.Project.Source!.Type).Throw();
            return before.Webhook is null
                ? before with { Webhook = new StoredWebhook(webhook, await box.SealAsync(secret, before.ProjectId, cancellationToken)) }
                : throw new ApiException(InvalidInput.Exists, $"The project '{before.Name}' has a webhook already.");
        }
    }
}
