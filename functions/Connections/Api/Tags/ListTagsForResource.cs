using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;

namespace Sluice.Connections.Api.Tags;

/// <summary>The tags of a connection or host.</summary>
public sealed class ListTagsForResource : IOperation<ListTagsForResourceInput, ListTagsForResourceOutput>
{
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal ListTagsForResource(ConnectionFinder finder, SuiteAccount account) => (_finder, _account) = (finder, account);

    /// <inheritdoc/>
    public async Task<ListTagsForResourceOutput> RunAsync(ListTagsForResourceInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Tags = ConnectionTags.Write(await TaggedResources.TagsAsync(_finder, input.ResourceArn, _account, cancellationToken)) };
}
