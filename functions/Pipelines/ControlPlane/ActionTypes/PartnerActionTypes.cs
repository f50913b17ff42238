using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>Types of actions that partners do. There is nobody here to register with, as AWS is in CodePipeline: the first update of a type of ThirdParty makes it, and the next ones change it.</summary>
internal sealed class PartnerActionTypes(ActionTypeStore store, SuiteAccount account)
{
    /// <exception cref="ActionTypeNotFoundException">There is none.</exception>
    public async Task<ActionTypeDeclaration> GetAsync(ActionCategory category, string owner, string provider, string version, CancellationToken cancellationToken) =>
        owner == nameof(ActionOwner.ThirdParty) && await store.FindAsync(IdOf(category, provider, version), cancellationToken) is { } found
            ? PartnerShapes.Declaration(found, account)
            : throw new ActionTypeNotFoundException(category.ToString(), owner, provider, version);

    /// <exception cref="ApiException">It has faults, or is AWS's.</exception>
    public async Task UpdateAsync(ActionTypeDeclaration declared, CancellationToken cancellationToken)
    {
        if (declared.Id.Owner != nameof(ActionOwner.ThirdParty))
        {
            throw new ActionTypeNotFoundException(declared.Id.Category.ToString(), declared.Id.Owner, declared.Id.Provider, declared.Id.Version);
        }

        var stored = PartnerShapes.Stored(declared);
        ActionTypeFaults.Throw(stored.Type, stored.Executor);
        try
        {
            await store.ChangeAsync(stored.Type.Id, seen => stored with { Tags = seen?.Tags ?? [] }, cancellationToken);
        }
        catch (ConcurrentModificationException e)
        {
            throw new ApiException("RequestFailedException", e.Message);
        }
    }

    private static ActionTypeId IdOf(ActionCategory category, string provider, string version) =>
        new() { Category = category, Owner = ActionOwner.ThirdParty, Provider = provider, Version = version };
}
