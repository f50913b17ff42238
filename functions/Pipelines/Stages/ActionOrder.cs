using System.Text.Json.Serialization;
using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Stages;

/// <summary>An action or a rule for the machine to have done: an <c>ActionRequest</c> but for its task token, and the service that does it.</summary>
internal sealed record ActionOrder(
    ActionService Service,
    string Category,
    string Owner,
    string Provider,
    string Version,
    string PipelineName,
    string PipelineExecutionId,
    string StageName,
    string ActionName,
    string ActionExecutionId,
    int TimeoutSeconds,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyDictionary<string, ObjectRef> InputArtifacts,
    IReadOnlyList<string> OutputArtifacts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ActionCommands? Commands,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Condition = null)
{
    /// <summary>Where the service's function is among those that the machine names.</summary>
    public int ServiceIndex => (int)Service;

    /// <summary>Where the whole order is, if this says only whose it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ObjectRef? Stored { get; init; }

    /// <summary>What is left of an order that is stored.</summary>
    public ActionOrder StoredAt(ObjectRef place) => this with
    {
        Configuration = new Dictionary<string, string>(), InputArtifacts = new Dictionary<string, ObjectRef>(), OutputArtifacts = [], Commands = null, Stored = place,
    };

    /// <summary>What runs in the stage now, in the order in which the results are to come.</summary>
    public static IEnumerable<ActionOrder> Of(StageTurn at) => at.Stage.Phase == StagePhase.Acting
        ? at.Stage.Running.Select(action => Of(at, at.Declared.Action(action.ActionName), action.ActionExecutionId))
        : at.Stage.RunningRules.Select(rule => Of(at, at.Declared.Rule(at.Stage.Phase, rule.RuleName), rule.RuleExecutionId));

    /// <summary>All texts of an action in which variables may be.</summary>
    public static IReadOnlyDictionary<string, string> Texts(ActionDeclaration action)
    {
        var texts = new Dictionary<string, string>(action.Configuration ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (place, variable) in (action.EnvironmentVariables ?? []).Index())
        {
            texts[$"environmentVariables[{place}].value"] = variable.Value;
        }

        return texts;
    }

    private static ActionOrder Of(StageTurn at, ActionDeclaration action, string id)
    {
        var filled = new VariableScope(at.Turn).Fill(Texts(action)).Filled;
        var type = ActionKinds.Of(action.ActionTypeId);
        return new(
            type.Service,
            action.ActionTypeId.Category.ToString(),
            action.ActionTypeId.Owner.ToString(),
            action.ActionTypeId.Provider,
            action.ActionTypeId.Version,
            at.Run.PipelineName,
            at.Run.PipelineExecutionId,
            at.StageName,
            action.Name,
            id,
            action.TimeoutInMinutes * 60 ?? (int)type.Timeout.TotalSeconds,
            (action.Configuration ?? new Dictionary<string, string>()).Keys.ToDictionary(key => key, key => filled[key]),
            RunArtifacts.InputsOf(at.Run, action),
            [.. action.Outputs()],
            CommandsOf(action, filled));
    }

    private static ActionCommands? CommandsOf(ActionDeclaration action, IReadOnlyDictionary<string, string> filled) => action.Commands is { Count: > 0 } || action.EnvironmentVariables is { Count: > 0 }
        ? new ActionCommands(
            action.Commands ?? [],
            [.. (action.EnvironmentVariables ?? []).Select((variable, place) => new ActionVariable(variable.Name, filled[$"environmentVariables[{place}].value"], (variable.Type ?? EnvironmentVariableType.PLAINTEXT).ToString()))],
            action.OutputVariables ?? [],
            (action.OutputArtifacts ?? []).ToDictionary(artifact => artifact.Name, artifact => artifact.Files ?? []))
        : null;

    private static string ConditionOf(StagePhase phase) => phase switch
    {
        StagePhase.Entry => ActionConditions.BeforeEntry,
        StagePhase.Leaving => ActionConditions.OnSuccess,
        _ => ActionConditions.OnFailure,
    };

    private static ActionOrder Of(StageTurn at, RuleDeclaration rule, string id)
    {
        var filled = new VariableScope(at.Turn).Fill(rule.Configuration ?? new Dictionary<string, string>()).Filled;
        var wait = InstantRules.Judge(rule.RuleTypeId, filled, at.Now)?.WaitSeconds;
        var timeout = rule.TimeoutInMinutes * 60 ?? (int)RuleKinds.Timeout.TotalSeconds;
        return new(
            RuleKinds.ServiceOf(rule.RuleTypeId.Provider),
            "Rule",
            "AWS",
            rule.RuleTypeId.Provider,
            rule.RuleTypeId.Version ?? "1",
            at.Run.PipelineName,
            at.Run.PipelineExecutionId,
            at.StageName,
            rule.Name,
            id,
            wait > 0 ? Math.Min(wait.Value, timeout) : timeout,
            filled,
            RunArtifacts.Pick(at.Run, (rule.InputArtifacts ?? []).Select(input => input.Name)),
            [],
            rule.Commands is { Count: > 0 } ? new ActionCommands(rule.Commands, [], [], new Dictionary<string, IReadOnlyList<string>>()) : null,
            ConditionOf(at.Stage.Phase));
    }
}
