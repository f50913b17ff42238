using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Changes a project. Builds that have begun are not changed.</summary>
public sealed class UpdateProject(ProjectStore projects, ProjectAnswer answer, TimeProvider time) : IOperation<UpdateProjectInput, UpdateProjectOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateProjectOutput> RunAsync(UpdateProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var changed = await projects.ChangeAsync(input.Name, Changed, cancellationToken);
        return new UpdateProjectOutput { Project = answer.Of(changed, context) };

        StoredProject Changed(StoredProject before)
        {
            var after = ProjectSettings.Update(before.Project, input, time.GetUtcNow());
            ProjectRules.Faults(after).Throw();
            return before with { Project = after };
        }
    }
}
