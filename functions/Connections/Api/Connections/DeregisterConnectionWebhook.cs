using Sluice.Connections.Deliveries;

namespace Sluice.Connections.Api.Connections;

/// <summary>Has a connection's host deliver no more of a repository. One that it was never told of is no error.</summary>
public sealed class DeregisterConnectionWebhook : IOperation<DeregisterConnectionWebhookInput, DeregisterConnectionWebhookOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly ConnectionHooks _hooks;

    internal DeregisterConnectionWebhook(ConnectionFinder finder, ConnectionHooks hooks) => (_finder, _hooks) = (finder, hooks);

    /// <inheritdoc/>
    public async Task<DeregisterConnectionWebhookOutput> RunAsync(DeregisterConnectionWebhookInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _hooks.DeregisterAsync(await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken), input.ConnectionArn, input.FullRepositoryId, cancellationToken);
        return new DeregisterConnectionWebhookOutput();
    }
}
