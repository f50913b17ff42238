using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Makes a project: how something is built.</summary>
public sealed class CreateProject(ProjectStore projects, ProjectAnswer answer, IIds ids, TimeProvider time) : IOperation<CreateProjectInput, CreateProjectOutput>
{
    /// <inheritdoc/>
    public async Task<CreateProjectOutput> RunAsync(CreateProjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var project = ProjectSettings.Create(input, time.GetUtcNow());
        ProjectRules.Faults(project).Throw();
        var stored = new StoredProject(ids.Uuid(), project) { PublicAlias = ids.Secret() };
        await projects.CreateAsync(stored, cancellationToken);
        return new CreateProjectOutput { Project = answer.Of(stored, context) };
    }
}
