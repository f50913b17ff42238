using Sluice.Packages.Api.Tags;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Domains;

/// <summary>Makes a domain.</summary>
public sealed class CreateDomain : IOperation<CreateDomainRequest, CreateDomainResult>
{
    private readonly DomainStore _domains;
    private readonly DomainViews _views;
    private readonly TimeProvider _time;

    internal CreateDomain(DomainStore domains, DomainViews views, TimeProvider time) => (_domains, _views, _time) = (domains, views, time);

    /// <inheritdoc/>
    public async Task<CreateDomainResult> RunAsync(CreateDomainRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var domain = new StoredDomain(input.Domain, _time.GetUtcNow(), input.EncryptionKey) { Tags = PackageTags.Of(input.Tags) };
        await _domains.CreateAsync(domain, cancellationToken);
        return new CreateDomainResult { Domain = await _views.DescribeAsync(domain, cancellationToken) };
    }
}
