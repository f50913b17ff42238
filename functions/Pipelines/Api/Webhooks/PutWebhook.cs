using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Makes a webhook, or changes one; its address stays.</summary>
public sealed class PutWebhook : IOperation<PutWebhookInput, PutWebhookOutput>
{
    private readonly WebhookCatalog _webhooks;
    private readonly SuiteAccount _account;

    internal PutWebhook(WebhookCatalog webhooks, SuiteAccount account) => (_webhooks, _account) = (webhooks, account);

    /// <inheritdoc/>
    public async Task<PutWebhookOutput> RunAsync(PutWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var webhook = await _webhooks.PutAsync(input.Webhook, TagFaults.Checked(input.Tags), cancellationToken);
        return new PutWebhookOutput { Webhook = WebhookShapes.Of(webhook, _account, context) };
    }
}
