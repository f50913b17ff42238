using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Lists the names of projects, by name if nothing else is asked for.</summary>
public sealed class ListProjects(ProjectStore projects) : IOperation<ListProjectsInput, ListProjectsOutput>
{
    /// <inheritdoc/>
    public async Task<ListProjectsOutput> RunAsync(ListProjectsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await projects.ListAsync(OrderOf(input.SortBy), input.SortOrder == SortOrderType.DESCENDING, input.NextToken, cancellationToken);
        return new ListProjectsOutput { Projects = names, NextToken = token };
    }

    private static ResourceOrder OrderOf(ProjectSortByType? asked) => asked switch
    {
        ProjectSortByType.CREATED_TIME => ResourceOrder.Created,
        ProjectSortByType.LAST_MODIFIED_TIME => ResourceOrder.LastModified,
        _ => ResourceOrder.Name,
    };
}
