using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Tags;

/// <summary>Adds tags to an application or a group, in place of those of the same keys.</summary>
public sealed class TagResource(TagStore tags, SuiteAccount account) : IOperation<TagResourceInput, TagResourceOutput>
{
    /// <inheritdoc/>
    public async Task<TagResourceOutput> RunAsync(TagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var resource = TaggableArn.Read(input.ResourceArn, account);
        if (input.Tags.Count == 0)
        {
            throw TagErrors.Required("Tags");
        }

        ResourceTags.Check(input.Tags);
        await tags.ChangeAsync(resource, before => ResourceTags.Add(before, input.Tags), cancellationToken);
        return new TagResourceOutput();
    }
}
