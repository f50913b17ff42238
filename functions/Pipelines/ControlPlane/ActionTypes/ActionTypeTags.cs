using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Records;
using Sluice.Platform.Api;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>The tags of types that users have made: <c>actiontype:OWNER/CATEGORY/PROVIDER/VERSION</c>.</summary>
internal sealed class ActionTypeTags(ActionTypeStore types) : ITagged
{
    private const string Prefix = "actiontype:";

    public async Task<IReadOnlyList<ResourceTag>?> FindAsync(ResourceArn arn, CancellationToken cancellationToken) =>
        IdOf(arn.Resource) is { } id ? (await types.FindAsync(id, cancellationToken))?.Tags : null;

    public async Task<bool> ChangeAsync(ResourceArn arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        if (IdOf(arn.Resource) is not { } id || await types.FindAsync(id, cancellationToken) is null)
        {
            return false;
        }

        await types.ChangeAsync(id, seen => seen is { IsDeleted: false } ? seen with { Tags = change(seen.Tags) } : seen, cancellationToken);
        return true;
    }

    private static ActionTypeId? IdOf(string resource) =>
        resource.StartsWith(Prefix, StringComparison.Ordinal) && resource[Prefix.Length..].Split('/') is [var owner, var category, var provider, var version]
        && Enum.TryParse<ActionOwner>(owner, out var parsedOwner) && Enum.TryParse<ActionCategory>(category, out var parsedCategory) && provider.Length <= 35 && version.Length <= 9
            ? new ActionTypeId { Owner = parsedOwner, Category = parsedCategory, Provider = provider, Version = version }
            : null;
}
