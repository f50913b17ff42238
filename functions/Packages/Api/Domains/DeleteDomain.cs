using Sluice.Packages.Removal;

namespace Sluice.Packages.Api.Domains;

/// <summary>Deletes a domain that has no repositories, with its contents. It declares no error for one that is not there: that is nothing to do.</summary>
public sealed class DeleteDomain : IOperation<DeleteDomainRequest, DeleteDomainResult>
{
    private readonly DomainRemoval _removal;
    private readonly DomainViews _views;

    internal DeleteDomain(DomainRemoval removal, DomainViews views) => (_removal, _views) = (removal, views);

    /// <inheritdoc/>
    public async Task<DeleteDomainResult> RunAsync(DeleteDomainRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var domain = await _removal.RemoveAsync(input.Domain, cancellationToken);
        return new DeleteDomainResult { Domain = domain is null ? null : await _views.DescribeAsync(domain, cancellationToken) with { Status = DomainStatus.Deleted } };
    }
}
