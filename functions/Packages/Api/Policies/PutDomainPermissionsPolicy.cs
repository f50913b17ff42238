using Sluice.Packages.Api.Domains;
using Sluice.Packages.Records;
using Sluice.Platform.Ids;

namespace Sluice.Packages.Api.Policies;

/// <summary>Gives a domain a policy, or another one. It is kept for those who read it: what keys may do is by their roles.</summary>
public sealed class PutDomainPermissionsPolicy : IOperation<PutDomainPermissionsPolicyRequest, PutDomainPermissionsPolicyResult>
{
    private readonly DomainStore _domains;
    private readonly DomainViews _views;
    private readonly IIds _ids;

    internal PutDomainPermissionsPolicy(DomainStore domains, DomainViews views, IIds ids) => (_domains, _views, _ids) = (domains, views, ids);

    /// <inheritdoc/>
    public async Task<PutDomainPermissionsPolicyResult> RunAsync(PutDomainPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var revision = _ids.Secret();
        var domain = await _domains.ChangeAsync(input.Domain, before => before with { Policy = PolicyRules.Put(before.Policy, input.PolicyDocument, input.PolicyRevision, revision) }, cancellationToken);
        return new PutDomainPermissionsPolicyResult { Policy = PolicyViews.Write(domain.Policy!, _views.Arn(input.Domain)) };
    }
}
