using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Lists the ids of a project's batches, the newest first unless asked otherwise.</summary>
public sealed class ListBuildBatchesForProject : IOperation<ListBuildBatchesForProjectInput, ListBuildBatchesForProjectOutput>
{
    private readonly ProjectStore _projects;
    private readonly BatchPages _pages;
    private readonly SuiteAccount _account;

    internal ListBuildBatchesForProject(ProjectStore projects, BatchPages pages, SuiteAccount account)
    {
        (_projects, _pages, _account) = (projects, pages, account);
    }

    /// <inheritdoc/>
    public async Task<ListBuildBatchesForProjectOutput> RunAsync(ListBuildBatchesForProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        // The model does not require it, and without it there is nothing to list.
        var name = input.ProjectName ?? throw InvalidInput.Of("projectName: expected the name of a project.");
        var project = await _projects.GetAsync(ProjectNames.Of(name, _account), cancellationToken);
        var (ids, token) = await _pages.ReadAsync(project.Name, input.Filter, input.SortOrder, input.MaxResults, input.NextToken, cancellationToken);
        return new ListBuildBatchesForProjectOutput { Ids = ids, NextToken = token };
    }
}
