using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Deletes a project; its builds stay. As in CodeBuild, one that is not there is no error.</summary>
public sealed class DeleteProject(ProjectStore projects) : IOperation<DeleteProjectInput, DeleteProjectOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteProjectOutput> RunAsync(DeleteProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await projects.DeleteAsync(input.Name, cancellationToken);
        return new DeleteProjectOutput();
    }
}
