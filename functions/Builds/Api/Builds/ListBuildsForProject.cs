using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Lists the ids of a project's builds, the newest first unless asked otherwise.</summary>
public sealed class ListBuildsForProject : IOperation<ListBuildsForProjectInput, ListBuildsForProjectOutput>
{
    private readonly ProjectStore _projects;
    private readonly BuildListing _listing;
    private readonly SuiteAccount _account;

    internal ListBuildsForProject(ProjectStore projects, BuildListing listing, SuiteAccount account)
    {
        (_projects, _listing, _account) = (projects, listing, account);
    }

    /// <inheritdoc/>
    public async Task<ListBuildsForProjectOutput> RunAsync(ListBuildsForProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var project = await _projects.GetAsync(ProjectNames.Of(input.ProjectName, _account), cancellationToken);
        var (ids, token) = await _listing.ListAsync(project.Name, input.SortOrder == SortOrderType.ASCENDING, input.NextToken, InvalidInput.Code, cancellationToken);
        return new ListBuildsForProjectOutput { Ids = ids, NextToken = token };
    }
}
