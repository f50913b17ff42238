using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Lists the ids of a project's sandboxes, the newest first unless asked otherwise.</summary>
public sealed class ListSandboxesForProject : IOperation<ListSandboxesForProjectInput, ListSandboxesForProjectOutput>
{
    private readonly ProjectStore _projects;
    private readonly BuildListing _listing;
    private readonly SuiteAccount _account;

    internal ListSandboxesForProject(ProjectStore projects, BuildListing listing, SuiteAccount account)
    {
        (_projects, _listing, _account) = (projects, listing, account);
    }

    /// <inheritdoc/>
    public async Task<ListSandboxesForProjectOutput> RunAsync(ListSandboxesForProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var project = await _projects.GetAsync(ProjectNames.Of(input.ProjectName, _account), cancellationToken);
        var (ids, token) = await _listing.ListSandboxesAsync(
            project.Name, input.SortOrder == SortOrderType.ASCENDING, input.MaxResults, input.NextToken, InvalidInput.Code, cancellationToken);
        return new ListSandboxesForProjectOutput { Ids = ids, NextToken = token };
    }
}
