using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Lets anybody see a project's builds, or nobody without a key.</summary>
public sealed class UpdateProjectVisibility(ProjectStore projects, ProjectAnswer answer, SuiteAccount account, TimeProvider time)
    : IOperation<UpdateProjectVisibilityInput, UpdateProjectVisibilityOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateProjectVisibilityOutput> RunAsync(UpdateProjectVisibilityInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var name = ProjectNames.Required(input.ProjectArn, account);
        var changed = await projects.ChangeAsync(
            name,
            before => before with
            {
                Project = before.Project with { ProjectVisibility = input.ProjectVisibility, ResourceAccessRole = input.ResourceAccessRole ?? before.Project.ResourceAccessRole, LastModified = time.GetUtcNow() },
            },
            cancellationToken);
        return new UpdateProjectVisibilityOutput { ProjectArn = answer.ArnOf(name), ProjectVisibility = changed.Project.ProjectVisibility, PublicProjectAlias = ProjectAnswer.AliasOf(changed) };
    }
}
