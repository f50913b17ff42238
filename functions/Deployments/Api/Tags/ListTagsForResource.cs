using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Tags;

/// <summary>Lists the tags of an application or a group.</summary>
public sealed class ListTagsForResource(TagStore tags, SuiteAccount account) : IOperation<ListTagsForResourceInput, ListTagsForResourceOutput>
{
    /// <inheritdoc/>
    public async Task<ListTagsForResourceOutput> RunAsync(ListTagsForResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var resource = TaggableArn.Read(input.ResourceArn, account);
        try
        {
            return new ListTagsForResourceOutput { Tags = await tags.ReadAsync(resource, cancellationToken) };
        }
        catch (ApiException missing)
        {
            // The operation declares no error for a resource that is not there.
            throw new ApiException("InvalidArnException", $"'{input.ResourceArn}' names nothing: {missing.Message}");
        }
    }
}
