using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Says what a repository is.</summary>
public sealed class DescribeRepository : IOperation<DescribeRepositoryRequest, DescribeRepositoryResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal DescribeRepository(RepositoryStore repositories, RepositoryViews views) => (_repositories, _views) = (repositories, views);

    /// <inheritdoc/>
    public async Task<DescribeRepositoryResult> RunAsync(DescribeRepositoryRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Repository = _views.Describe(await _repositories.GetAsync(new RepositoryId(input.Domain, input.Repository), cancellationToken)) };
}
