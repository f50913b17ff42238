using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Domains;

/// <summary>Says what a domain is, and how much it stores.</summary>
public sealed class DescribeDomain : IOperation<DescribeDomainRequest, DescribeDomainResult>
{
    private readonly DomainStore _domains;
    private readonly DomainViews _views;

    internal DescribeDomain(DomainStore domains, DomainViews views) => (_domains, _views) = (domains, views);

    /// <inheritdoc/>
    public async Task<DescribeDomainResult> RunAsync(DescribeDomainRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Domain = await _views.DescribeAsync(await _domains.GetAsync(input.Domain, cancellationToken), cancellationToken) };
}
