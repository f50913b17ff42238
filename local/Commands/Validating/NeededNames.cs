using Sluice.Deployments.Platforms.Lambda;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;

namespace Sluice.Local.Commands.Validating;

/// <summary>What documents name of an account. Names with variables in them are not known before a run.</summary>
internal static class NeededNames
{
    public static IReadOnlyList<Needed> Of(CheckedPipeline pipeline) =>
        [.. pipeline.Read.Actions.Select(read => Of(pipeline, read)).OfType<Needed>().Where(needed => needed.Name.Length > 0 && !VariableReferences.Any(needed.Name))];

    /// <summary>The functions of an appspec: its hooks, but for those that the build hands on, and the function itself where a version of it must be there.</summary>
    public static IEnumerable<Needed> Of(CheckedAppSpec appSpec, IReadOnlyCollection<string> handedOn)
    {
        var hooks = appSpec.Read.Result?.Hooks ?? [];
        var functions = hooks.Select(hook => new Needed(NeededKind.Function, hook.Function, appSpec, HookPath(appSpec, hook.EventName))).Where(needed => !handedOn.Contains(needed.Name));
        return appSpec.Read.Result is LambdaAppSpec { TargetVersion: not null, FunctionName: var name } ? functions.Append(new Needed(NeededKind.Function, name, appSpec, appSpec.Places.Has("Resources") ? "Resources" : "resources")) : functions;
    }

    /// <summary>The deployment group of an action, with its application.</summary>
    public static string? Group(ActionDeclaration action) =>
        action.Configuration is { } configuration && configuration.TryGetValue("ApplicationName", out var application) && configuration.TryGetValue("DeploymentGroupName", out var group) ? $"{application}/{group}" : null;

    private static Needed? Of(CheckedPipeline pipeline, ReadAction read) => read.Action.ActionTypeId switch
    {
        { Provider: BuildTypes.CodeBuild } => Key(pipeline, read, NeededKind.Project, "ProjectName"),
        { Category: ActionCategory.Deploy, Provider: DeployTypes.CodeDeploy or DeployTypes.CodeDeployToEcs } when Group(read.Action) is { } group => new Needed(NeededKind.Group, group, pipeline, $"{read.Path}.configuration.DeploymentGroupName"),
        { Category: ActionCategory.Invoke, Provider: InvokeTypes.Lambda } => Key(pipeline, read, NeededKind.Function, "FunctionName"),
        { Category: ActionCategory.Invoke, Provider: InvokeTypes.CodePipeline } => Key(pipeline, read, NeededKind.Pipeline, "PipelineName"),
        _ => null,
    };

    private static Needed? Key(CheckedPipeline pipeline, ReadAction read, NeededKind kind, string key) =>
        read.Action.Configuration?.GetValueOrDefault(key) is { } name ? new Needed(kind, name, pipeline, $"{read.Path}.configuration.{key}") : null;

    // Member names match in any case.
    private static string HookPath(CheckedAppSpec appSpec, string eventName) =>
        (from list in new[] { "Hooks", "hooks" } from place in Enumerable.Range(0, 20) select $"{list}[{place}].{eventName}").FirstOrDefault(appSpec.Places.Has) ?? "Hooks";
}
