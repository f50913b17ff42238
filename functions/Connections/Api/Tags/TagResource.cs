using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;

namespace Sluice.Connections.Api.Tags;

/// <summary>Adds tags to a connection or host, or changes them.</summary>
public sealed class TagResource : IOperation<TagResourceInput, TagResourceOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal TagResource(ConnectionStore store, ConnectionFinder finder, SuiteAccount account) => (_store, _finder, _account) = (store, finder, account);

    /// <inheritdoc/>
    public async Task<TagResourceOutput> RunAsync(TagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await TaggedResources.ChangeAsync(_store, _finder, input.ResourceArn, _account, tags => ConnectionTags.With(tags, input.Tags), cancellationToken);
        return new TagResourceOutput();
    }
}
