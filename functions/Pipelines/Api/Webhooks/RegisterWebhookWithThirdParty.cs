using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Webhooks;

/// <summary>Has a git host deliver to a webhook.</summary>
public sealed class RegisterWebhookWithThirdParty : IOperation<RegisterWebhookWithThirdPartyInput, RegisterWebhookWithThirdPartyOutput>
{
    private readonly WebhookHosts _hosts;

    internal RegisterWebhookWithThirdParty(WebhookHosts hosts) => _hosts = hosts;

    /// <inheritdoc/>
    public async Task<RegisterWebhookWithThirdPartyOutput> RunAsync(RegisterWebhookWithThirdPartyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _hosts.RegisterAsync(input.WebhookName ?? throw InvalidRequest.Of("The webhookName was expected."), context.Address, cancellationToken);
        return new RegisterWebhookWithThirdPartyOutput();
    }
}
