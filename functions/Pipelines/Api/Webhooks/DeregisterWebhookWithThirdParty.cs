using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Has a git host deliver to a webhook no more.</summary>
public sealed class DeregisterWebhookWithThirdParty : IOperation<DeregisterWebhookWithThirdPartyInput, DeregisterWebhookWithThirdPartyOutput>
{
    private readonly WebhookHosts _hosts;

    internal DeregisterWebhookWithThirdParty(WebhookHosts hosts) => _hosts = hosts;

    /// <inheritdoc/>
    public async Task<DeregisterWebhookWithThirdPartyOutput> RunAsync(DeregisterWebhookWithThirdPartyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _hosts.DeregisterAsync(input.WebhookName ?? throw InvalidRequest.Of("The webhookName was expected."), cancellationToken);
        return new DeregisterWebhookWithThirdPartyOutput();
    }
}
