using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Changes what a repository is for, and where else it looks.</summary>
public sealed class UpdateRepository : IOperation<UpdateRepositoryRequest, UpdateRepositoryResult>
{
    private readonly RepositoryStore _repositories;
    private readonly UpstreamRules _upstreams;
    private readonly RepositoryViews _views;

    internal UpdateRepository(RepositoryStore repositories, UpstreamRules upstreams, RepositoryViews views) => (_repositories, _upstreams, _views) = (repositories, upstreams, views);

    /// <inheritdoc/>
    public async Task<UpdateRepositoryResult> RunAsync(UpdateRepositoryRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var id = new RepositoryId(input.Domain, input.Repository);
        await _repositories.GetAsync(id, cancellationToken);
        var upstreams = input.Upstreams is null ? null : await _upstreams.CheckAsync(id, input.Upstreams, cancellationToken);
        var repository = await _repositories.ChangeAsync(id, before => before with { Description = input.Description ?? before.Description, Upstreams = upstreams ?? before.Upstreams }, cancellationToken);
        return new UpdateRepositoryResult { Repository = _views.Describe(repository) };
    }
}
