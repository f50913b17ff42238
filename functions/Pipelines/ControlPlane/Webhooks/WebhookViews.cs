using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>Webhooks as they are shown. CodePipeline shows their secrets to all who may list them, and Terraform holds what it has given against that; here they are shown to those alone who may set them.</summary>
internal sealed class WebhookViews(ISecretBox box, SuiteAccount account)
{
    private const string Setting = "codepipeline:PutWebhook";

    public async Task<ListWebhookItem> OfAsync(StoredWebhook webhook, OperationContext context, CancellationToken cancellationToken) => new()
    {
        Definition = webhook.Definition with
        {
            AuthenticationConfiguration = webhook.Definition.AuthenticationConfiguration with { SecretToken = await SecretAsync(webhook, context, cancellationToken) },
        },
        Url = context.Address(WebhookEntry.AddressOf(webhook.UrlId)) ?? "/" + WebhookEntry.AddressOf(webhook.UrlId),
        Arn = PipelineArns.Webhook(account, webhook.Definition.Name),
        LastTriggered = webhook.LastTriggered,
        ErrorCode = webhook.ErrorMessage is null ? null : "Failed",
        ErrorMessage = webhook.ErrorMessage,
        Tags = TagFaults.Shown(webhook.Tags),
    };

    private async Task<string?> SecretAsync(StoredWebhook webhook, OperationContext context, CancellationToken cancellationToken) =>
        webhook.SealedSecret is not { } secret ? null
        : context.Caller is { } caller && Roles.Allow(caller.Role, Setting) ? await box.OpenAsync(secret, webhook.UrlId, cancellationToken)
        : Secrets.Hidden;
}
