using System.Text.Json;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Starting;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Starts a sandbox with a project's settings. It stands in the same queue as the project's builds, and has their timeouts.</summary>
public sealed class StartSandbox : IOperation<StartSandboxInput, StartSandboxOutput>
{
    private readonly ProjectStore _projects;
    private readonly BuildRequests _requests;
    private readonly SandboxAnswer _answer;
    private readonly SuiteAccount _account;

    internal StartSandbox(ProjectStore projects, BuildRequests requests, SandboxAnswer answer, SuiteAccount account)
    {
        (_projects, _requests, _answer, _account) = (projects, requests, answer, account);
    }

    /// <inheritdoc/>
    public async Task<StartSandboxOutput> RunAsync(StartSandboxInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var name = input.ProjectName ?? throw InvalidInput.Of("projectName: expected the name of the project whose settings the sandbox has.");
        var stored = await _projects.GetAsync(ProjectNames.Of(name, _account), cancellationToken);
        if (stored.Project.Source!.Type == SourceType.CODEPIPELINE)
        {
            throw InvalidInput.Of($"The source of '{stored.Name}' is a pipeline's to hand over, which a sandbox has not.");
        }

        var settings = SettingsOfProject.Of(stored, stored.Project) with { AutoRetryLimit = 0 };
        var wanted = new WantedBuild(stored.Name, settings, context.Caller?.AccessKeyId ?? "user") { IsSandbox = true };
        var request = $"sandbox {JsonSerializer.Serialize(input with { IdempotencyToken = null }, SluiceJson.Options)}";
        return new StartSandboxOutput { Sandbox = _answer.Of(await _requests.AddAsync(wanted, input.IdempotencyToken, request, cancellationToken)) };
    }
}
