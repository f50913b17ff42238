using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Tags;

/// <summary>Takes tags from an application or a group; those that are not there are no error.</summary>
public sealed class UntagResource(TagStore tags, SuiteAccount account) : IOperation<UntagResourceInput, UntagResourceOutput>
{
    /// <inheritdoc/>
    public async Task<UntagResourceOutput> RunAsync(UntagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var resource = TaggableArn.Read(input.ResourceArn, account);
        if (input.TagKeys.Count == 0)
        {
            throw TagErrors.Required("TagKeys");
        }

        await tags.ChangeAsync(resource, before => ResourceTags.Without(before, input.TagKeys), cancellationToken);
        return new UntagResourceOutput();
    }
}
