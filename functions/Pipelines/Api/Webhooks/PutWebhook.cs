using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Makes a webhook, or changes one; its address stays.</summary>
public sealed class PutWebhook : IOperation<PutWebhookInput, PutWebhookOutput>
{
    private readonly WebhookCatalog _webhooks;
    private readonly WebhookViews _views;

    internal PutWebhook(WebhookCatalog webhooks, WebhookViews views) => (_webhooks, _views) = (webhooks, views);

    /// <inheritdoc/>
    public async Task<PutWebhookOutput> RunAsync(PutWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var webhook = await _webhooks.PutAsync(input.Webhook, TagFaults.Checked(input.Tags), cancellationToken);
        return new PutWebhookOutput { Webhook = await _views.OfAsync(webhook, context, cancellationToken) };
    }
}
