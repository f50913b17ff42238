using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>Begins actions and rules that a function of the user's does: it is called with a job, and answers as a worker does.</summary>
internal sealed class InvokeFunction(JobStarts jobs) : IActionProvider
{
    private const string FunctionName = "FunctionName";

    public IReadOnlyList<string> Serves { get; } = [$"{ActionCategory.Invoke}/{InvokeTypes.Lambda}", $"{RuleCategory.Rule}/{RuleProviders.LambdaInvoke}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => request.Configuration.GetValueOrDefault(FunctionName) is { Length: > 0 } function
        ? jobs.BeginAsync(request, new JobPlan(TypeOf(request), function, JobTimeout: null), cancellationToken)
        : jobs.RefuseAsync(request, $"The configuration needs {FunctionName}: the name of the function that is called.", cancellationToken);

    /// <summary>A rule's is no action's.</summary>
    private static ActionTypeId? TypeOf(ActionRequest request) => Enum.TryParse<ActionCategory>(request.Category, out var category)
        ? new ActionTypeId { Category = category, Owner = ActionOwner.AWS, Provider = request.Provider, Version = request.Version }
        : null;
}
