using Sluice.Packages.Api.Domains;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Policies;

/// <summary>Takes a domain its policy.</summary>
public sealed class DeleteDomainPermissionsPolicy : IOperation<DeleteDomainPermissionsPolicyRequest, DeleteDomainPermissionsPolicyResult>
{
    private readonly DomainStore _domains;
    private readonly DomainViews _views;

    internal DeleteDomainPermissionsPolicy(DomainStore domains, DomainViews views) => (_domains, _views) = (domains, views);

    /// <inheritdoc/>
    public async Task<DeleteDomainPermissionsPolicyResult> RunAsync(DeleteDomainPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (arn, deleted) = (_views.Arn(input.Domain), (StoredPolicy?)null);
        await _domains.ChangeAsync(input.Domain, Without, cancellationToken);
        return new DeleteDomainPermissionsPolicyResult { Policy = PolicyViews.Write(deleted!, arn) };

        StoredDomain Without(StoredDomain before)
        {
            deleted = PolicyRules.Delete(before.Policy, input.PolicyRevision, arn);
            return before with { Policy = null };
        }
    }
}
