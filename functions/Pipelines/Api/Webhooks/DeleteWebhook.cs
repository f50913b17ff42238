using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Takes a webhook away. An unknown one is no error.</summary>
public sealed class DeleteWebhook : IOperation<DeleteWebhookInput, DeleteWebhookOutput>
{
    private readonly WebhookCatalog _webhooks;

    internal DeleteWebhook(WebhookCatalog webhooks) => _webhooks = webhooks;

    /// <inheritdoc/>
    public async Task<DeleteWebhookOutput> RunAsync(DeleteWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _webhooks.DeleteAsync(input.Name, cancellationToken);
        return new DeleteWebhookOutput();
    }
}
