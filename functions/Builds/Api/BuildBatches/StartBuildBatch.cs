using System.Text.Json;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Builds.Starting;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Starts the builds that a buildspec's <c>batch</c> stands for.</summary>
public sealed class StartBuildBatch : IOperation<StartBuildBatchInput, StartBuildBatchOutput>
{
    private readonly ProjectStore _projects;
    private readonly BatchRequests _requests;
    private readonly BatchAnswer _answer;
    private readonly SuiteAccount _account;

    internal StartBuildBatch(ProjectStore projects, BatchRequests requests, BatchAnswer answer, SuiteAccount account)
    {
        (_projects, _requests, _answer, _account) = (projects, requests, answer, account);
    }

    /// <inheritdoc/>
    public async Task<StartBuildBatchOutput> RunAsync(StartBuildBatchInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var stored = await _projects.GetAsync(ProjectNames.Of(input.ProjectName, _account), cancellationToken);
        var project = Overrides.On(stored.Project, BatchOverrides.OfEachBuild(input));
        var faults = ProjectRules.Faults(project);
        faults.Require(project.Source!.Type != SourceType.CODEPIPELINE, InvalidInput.Code, $"the source of '{stored.Name}' is a pipeline's to hand over; start the pipeline");
        EnvironmentRules.CheckVariables(faults, "environmentVariablesOverride", input.EnvironmentVariablesOverride ?? []);
        faults.Throw();
        var wanted = new WantedBuild(stored.Name, SettingsOfProject.Of(stored, project, input.DebugSessionEnabled ?? false), context.Caller?.AccessKeyId ?? "user");
        var config = BatchOverrides.Config(project.BuildBatchConfig, input.BuildBatchConfigOverride);
        var request = JsonSerializer.Serialize(input with { IdempotencyToken = null }, SluiceJson.Options);
        return new StartBuildBatchOutput { BuildBatch = _answer.Of(await _requests.AddAsync(wanted, config, input.IdempotencyToken, request, cancellationToken)) };
    }
}
