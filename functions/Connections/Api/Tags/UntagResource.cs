using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Connections.Api.Tags;

/// <summary>Takes tags away from a connection or host.</summary>
public sealed class UntagResource : IOperation<UntagResourceInput, UntagResourceOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal UntagResource(ConnectionStore store, ConnectionFinder finder, SuiteAccount account) => (_store, _finder, _account) = (store, finder, account);

    /// <inheritdoc/>
    public async Task<UntagResourceOutput> RunAsync(UntagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await TaggedResources.ChangeAsync(_store, _finder, input.ResourceArn, _account, tags => TagRules.Without(tags, input.TagKeys), cancellationToken);
        return new UntagResourceOutput();
    }
}
