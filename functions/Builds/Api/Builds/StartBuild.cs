using System.Text.Json;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Builds.Starting;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Starts a build of a project, with whatever the request overrides of its settings. It runs when it is its turn; that others run is never an error.</summary>
public sealed class StartBuild : IOperation<StartBuildInput, StartBuildOutput>
{
    private readonly ProjectStore _projects;
    private readonly BuildRequests _requests;
    private readonly BuildAnswer _answer;
    private readonly SuiteAccount _account;

    internal StartBuild(ProjectStore projects, BuildRequests requests, BuildAnswer answer, SuiteAccount account)
    {
        (_projects, _requests, _answer, _account) = (projects, requests, answer, account);
    }

    /// <inheritdoc/>
    public async Task<StartBuildOutput> RunAsync(StartBuildInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var stored = await _projects.GetAsync(ProjectNames.Of(input.ProjectName, _account), cancellationToken);
        var project = Overrides.On(stored.Project, input);
        var faults = ProjectRules.Faults(project);
        faults.Require(
            project.Source!.Type != SourceType.CODEPIPELINE, InvalidInput.Code,
            $"the source of '{stored.Name}' is a pipeline's to hand over; start the pipeline, or give sourceTypeOverride, sourceLocationOverride and artifactsOverride");
        EnvironmentRules.CheckVariables(faults, "environmentVariablesOverride", input.EnvironmentVariablesOverride ?? []);
        faults.Throw();
        var wanted = new WantedBuild(stored.Name, SettingsOfProject.Of(stored, project, input.DebugSessionEnabled ?? false), context.Caller?.AccessKeyId ?? "user");
        var request = JsonSerializer.Serialize(input with { IdempotencyToken = null }, SluiceJson.Options);
        return new StartBuildOutput { Build = _answer.Of(await _requests.AddAsync(wanted, input.IdempotencyToken, request, cancellationToken)) };
    }
}
