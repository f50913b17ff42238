using Sluice.Packages.Api.Domains;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Policies;

/// <summary>Gives the policy of a domain.</summary>
public sealed class GetDomainPermissionsPolicy : IOperation<GetDomainPermissionsPolicyRequest, GetDomainPermissionsPolicyResult>
{
    private readonly DomainStore _domains;
    private readonly DomainViews _views;

    internal GetDomainPermissionsPolicy(DomainStore domains, DomainViews views) => (_domains, _views) = (domains, views);

    /// <inheritdoc/>
    public async Task<GetDomainPermissionsPolicyResult> RunAsync(GetDomainPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var arn = _views.Arn(input.Domain);
        var policy = (await _domains.GetAsync(input.Domain, cancellationToken)).Policy ?? throw PolicyRules.None(arn);
        return new GetDomainPermissionsPolicyResult { Policy = PolicyViews.Write(policy, arn) };
    }
}
