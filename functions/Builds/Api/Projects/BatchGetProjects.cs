using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Tells of up to a hundred projects, by their names or ARNs.</summary>
public sealed class BatchGetProjects(ProjectStore projects, ProjectAnswer answer, SuiteAccount account) : IOperation<BatchGetProjectsInput, BatchGetProjectsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetProjectsOutput> RunAsync(BatchGetProjectsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.Names.Distinct()], name => projects.FindAsync(ProjectNames.Of(name, account), cancellationToken));
        return new BatchGetProjectsOutput { Projects = [.. found.Select(project => answer.Of(project, context))], ProjectsNotFound = missing };
    }
}
