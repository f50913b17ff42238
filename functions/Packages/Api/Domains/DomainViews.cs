using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;

namespace Sluice.Packages.Api.Domains;

/// <summary>Domains as the API shows them.</summary>
internal sealed class DomainViews(RepositoryStore repositories, ContentStore contents, SuiteAccount account, SuiteBucket bucket)
{
    public string Arn(string name) => account.Arn("codeartifact", $"domain/{name}");

    public async Task<DomainDescription> DescribeAsync(StoredDomain domain, CancellationToken cancellationToken) => new()
    {
        Name = domain.Name,
        Owner = account.AccountId,
        Arn = Arn(domain.Name),
        Status = DomainStatus.Active,
        CreatedTime = domain.CreatedAt,
        EncryptionKey = domain.EncryptionKey,
        RepositoryCount = (await repositories.OfDomainAsync(domain.Name, cancellationToken)).Count,
        AssetSizeBytes = await contents.SizeAsync(domain.Name, cancellationToken),
        S3BucketArn = $"arn:aws:s3:::{bucket.Name}",
    };

    public DomainSummary Summarize(StoredDomain domain) => new()
    {
        Name = domain.Name,
        Owner = account.AccountId,
        Arn = Arn(domain.Name),
        Status = DomainStatus.Active,
        CreatedTime = domain.CreatedAt,
        EncryptionKey = domain.EncryptionKey,
    };
}
