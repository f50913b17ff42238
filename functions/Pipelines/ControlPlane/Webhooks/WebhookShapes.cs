using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>Webhooks as they are shown.</summary>
internal static class WebhookShapes
{
    public static ListWebhookItem Of(StoredWebhook webhook, SuiteAccount account, OperationContext context) => new()
    {
        Definition = webhook.SealedSecret is null ? webhook.Definition : webhook.Definition with { AuthenticationConfiguration = webhook.Definition.AuthenticationConfiguration with { SecretToken = Secrets.Hidden } },
        Url = context.Address(WebhookEntry.AddressOf(webhook.UrlId)) ?? "/" + WebhookEntry.AddressOf(webhook.UrlId),
        Arn = PipelineArns.Webhook(account, webhook.Definition.Name),
        LastTriggered = webhook.LastTriggered,
        ErrorCode = webhook.ErrorMessage is null ? null : "Failed",
        ErrorMessage = webhook.ErrorMessage,
        Tags = TagFaults.Shown(webhook.Tags),
    };
}
