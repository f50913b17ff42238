using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Retention;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Api.Retention;

/// <summary>Says which versions of a repository would go now. Nothing is changed.</summary>
public sealed class GetPackageRetentionPlan : IOperation<GetPackageRetentionPlanRequest, GetPackageRetentionPlanResult>
{
    private readonly RepositoryStore _repositories;
    private readonly ExpiringVersions _expiring;
    private readonly ITable _table;

    internal GetPackageRetentionPlan(RepositoryStore repositories, ExpiringVersions expiring, ITable table) => (_repositories, _expiring, _table) = (repositories, expiring, table);

    /// <inheritdoc/>
    public async Task<GetPackageRetentionPlanResult> RunAsync(GetPackageRetentionPlanRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var repository = await _repositories.GetAsync(new RepositoryId(input.Domain, input.Repository), cancellationToken);
        var ruleOf = await _expiring.RulesAsync(repository, cancellationToken);
        var versions = new List<ExpiringPackageVersion>();
        await foreach (var item in _table.QueryAllAsync(PackageStore.Query(repository.Id, null, null), cancellationToken))
        {
            var package = item.Read<StoredPackage>();
            var id = new PackageId(input.Domain, input.Repository, package.Format, package.Namespace, package.Name);
            versions.AddRange(ruleOf(id) is { } rule ? (await _expiring.FindAsync(id, rule, cancellationToken)).Select(expiry => Write(id, expiry)) : []);
        }

        var (page, token) = ListedPage.Of(versions, version => $"{version.Format}/{version.Namespace}/{version.Package} {version.Version}", $"retention plan of {repository.Id}", input.NextToken, input.MaxResults);
        return new GetPackageRetentionPlanResult { Versions = page, NextToken = token };
    }

    private static ExpiringPackageVersion Write(PackageId id, Expiry expiry) => new()
    {
        Format = id.Format,
        Namespace = id.Namespace,
        Package = id.Name,
        Version = expiry.Version.Version,
        PublishedTime = expiry.Version.PublishedAt,
        AssetSizeBytes = expiry.Version.Assets.Sum(asset => asset.Size),
        Reason = expiry.Reason,
    };
}
