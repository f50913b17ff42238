using Sluice.Connections.Deliveries;

namespace Sluice.Connections.Api.Connections;

/// <summary>Gives a connection's deliveries a new secret, for who tells the host of the address by hand. It is told here alone. Ours: the original's app at the host has its own.</summary>
public sealed class PutConnectionWebhook : IOperation<PutConnectionWebhookInput, PutConnectionWebhookOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly ConnectionHooks _hooks;

    internal PutConnectionWebhook(ConnectionFinder finder, ConnectionHooks hooks) => (_finder, _hooks) = (finder, hooks);

    /// <inheritdoc/>
    public async Task<PutConnectionWebhookOutput> RunAsync(PutConnectionWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var connection = await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken);
        return new PutConnectionWebhookOutput { Secret = await _hooks.NewSecretAsync(connection, input.ConnectionArn, cancellationToken), WebhookUrl = WebhookAddress.Of(connection, context) };
    }
}
