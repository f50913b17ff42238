using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Webhooks;

/// <summary>Changes a project's webhook; a new secret is told this once, and the old one is refused from now on.</summary>
public sealed class UpdateWebhook(ProjectStore projects, ISecretBox box, IIds ids, TimeProvider time)
    : IOperation<UpdateWebhookInput, UpdateWebhookOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateWebhookOutput> RunAsync(UpdateWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var secret = input.RotateSecret is true ? ids.Secret() : null;
        var changed = await projects.ChangeAsync(input.ProjectName, ChangedAsync, cancellationToken);
        return new UpdateWebhookOutput { Webhook = ProjectAnswer.WebhookOf(changed.Webhook!.Webhook, changed.ProjectId, context) with { Secret = secret } };

        async Task<StoredProject> ChangedAsync(StoredProject before)
        {
            var webhook = before.Webhook ?? throw WebhookErrors.DoesNotExist(before.Name);
            var after = WebhookSettings.Update(webhook.Webhook, input, time.GetUtcNow());
            WebhookRules.Faults(after, before.Project.Source!.Type).Throw();
            return before with { Webhook = new StoredWebhook(after, secret is null ? webhook.SealedSecret : await box.SealAsync(secret, before.ProjectId, cancellationToken)) };
        }
    }
}
