using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Lists the projects that other accounts share with this one. Nobody does: the suite knows one account, its own.</summary>
public sealed class ListSharedProjects : IOperation<ListSharedProjectsInput, ListSharedProjectsOutput>
{
    /// <inheritdoc/>
    public Task<ListSharedProjectsOutput> RunAsync(ListSharedProjectsInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ListSharedProjectsOutput { Projects = [] });
}
