using Sluice.Connections.Deliveries;

namespace Sluice.Connections.Api.Connections;

/// <summary>Has a connection's host deliver what happens in a repository, by what the connection signs in with. Ours: the original's app at the host does it by itself.</summary>
public sealed class RegisterConnectionWebhook : IOperation<RegisterConnectionWebhookInput, RegisterConnectionWebhookOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly ConnectionHooks _hooks;

    internal RegisterConnectionWebhook(ConnectionFinder finder, ConnectionHooks hooks) => (_finder, _hooks) = (finder, hooks);

    /// <inheritdoc/>
    public async Task<RegisterConnectionWebhookOutput> RunAsync(RegisterConnectionWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var connection = await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken);
        var url = WebhookAddress.Of(connection, context);
        await _hooks.RegisterAsync(connection, input.ConnectionArn, input.FullRepositoryId, url, cancellationToken);
        return new RegisterConnectionWebhookOutput { WebhookUrl = url };
    }
}
