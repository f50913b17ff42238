using Sluice.Packages.Api.Tags;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Makes a repository.</summary>
public sealed class CreateRepository : IOperation<CreateRepositoryRequest, CreateRepositoryResult>
{
    private readonly RepositoryStore _repositories;
    private readonly UpstreamRules _upstreams;
    private readonly RepositoryViews _views;
    private readonly TimeProvider _time;

    internal CreateRepository(RepositoryStore repositories, UpstreamRules upstreams, RepositoryViews views, TimeProvider time) => (_repositories, _upstreams, _views, _time) = (repositories, upstreams, views, time);

    /// <inheritdoc/>
    public async Task<CreateRepositoryResult> RunAsync(CreateRepositoryRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var id = new RepositoryId(input.Domain, input.Repository);
        var repository = new StoredRepository(id.Domain, id.Name, _time.GetUtcNow(), input.Description)
        {
            Tags = PackageTags.Of(input.Tags),
            Upstreams = await _upstreams.CheckAsync(id, input.Upstreams, cancellationToken),
        };
        await _repositories.CreateAsync(repository, cancellationToken);
        return new CreateRepositoryResult { Repository = _views.Describe(repository) };
    }
}
