using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Starting;
using Sluice.Local.Commands.Validating;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Commands.Planning;

/// <summary>What a start would do, by the service's own rules.</summary>
internal static class RunPlans
{
    /// <param name="seen">What there is.</param>
    /// <param name="asked">What the start would be given.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RefusedException">It would be refused: a variable without a value, a revision of no source.</exception>
    public static RunPlan Of(SeenForPlan seen, StartInput asked, DateTimeOffset now)
    {
        try
        {
            var pipeline = seen.Pipeline;
            RevisionOverrides.Check(pipeline, [.. asked.OfSources(pipeline)]);
            var (given, variables) = (asked.OfVariables().Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal), PipelineVariables.Of(pipeline, [.. asked.OfVariables()]));
            IReadOnlyList<PlannedSource> sources = [.. pipeline.Sources().Select(source => Source(source, seen, asked))];
            var values = new PlannedValues(pipeline, variables, sources);
            return new RunPlan(
                pipeline.Name,
                pipeline.Number(),
                pipeline.Mode().ToString(),
                sources,
                [.. variables.Select(variable => new PlannedVariable(variable.Key, variable.Value, given.Contains(variable.Key)))],
                [.. pipeline.Stages.Select(stage => Stage(seen, stage, values, now))]);
        }
        catch (ApiException e)
        {
            throw new RefusedException($"{e.Code}: {e.Message}", e.Code);
        }
    }

    private static PlannedSource Source(ActionDeclaration source, SeenForPlan seen, StartInput asked)
    {
        var head = seen.Heads.GetValueOrDefault(source.Name) ?? new SourceHead(null, null);
        return asked.OfSources(seen.Pipeline).FirstOrDefault(wanted => wanted.ActionName == source.Name) is { } wanted ? new PlannedSource(source.Name, head.Branch, wanted.RevisionValue, IsGiven: true, "as given")
            : head.Revision is not null ? new PlannedSource(source.Name, head.Branch, head.Revision, IsGiven: false, head.Branch is null ? "the newest" : $"the newest of {head.Branch}")
            : new PlannedSource(source.Name, head.Branch, null, IsGiven: false, $"the newest{(head.Branch is null ? "" : $" of {head.Branch}")}, which is read when the run starts{(head.WhyNot is { } why ? $": {why}" : "")}");
    }

    private static PlannedStage Stage(SeenForPlan seen, StageDeclaration stage, PlannedValues values, DateTimeOffset now) => new(
        stage.Name,
        [.. seen.Pipeline.Needs(stage)],
        PlannedDoors.Of(seen.Pipeline, stage, seen.State.StageStates?.FirstOrDefault(state => state.StageName == stage.Name), now),
        [.. PlannedRules.Of(stage, values, now)],
        [.. stage.Actions.OrderBy(action => action.Order()).Select(action => Action(action, seen, values))]);

    private static PlannedAction Action(ActionDeclaration action, SeenForPlan seen, PlannedValues values)
    {
        var filled = values.Fill(action.Configuration);
        var (note, steps) = More(action, filled, seen);
        return new PlannedAction(action.Name, action.Order(), $"{action.ActionTypeId.Category}/{action.ActionTypeId.Provider}", filled, [.. action.Inputs()], [.. action.Outputs()], note, steps);
    }

    private static (string? Note, IReadOnlyList<PlannedStep>? Steps) More(ActionDeclaration action, IReadOnlyDictionary<string, string> filled, SeenForPlan seen) => action.ActionTypeId switch
    {
        { Category: ActionCategory.Approval } => (PlannedPeople.Text(filled), null),
        { Category: ActionCategory.Deploy, Provider: DeployTypes.Lambda } => Traffic(PlannedTraffic.Of(filled), "its DeployStrategy cannot be read"),
        { Category: ActionCategory.Deploy, Provider: DeployTypes.CodeDeploy or DeployTypes.CodeDeployToEcs } when NeededNames.Group(action) is { } name && seen.Groups.TryGetValue(name, out var group) =>
            Traffic(PlannedTraffic.Of(group.Configuration), group.WhyNot ?? $"by {group.Group?.DeploymentConfigName}, which moves no traffic in steps"),
        _ => (null, null),
    };

    private static (string? Note, IReadOnlyList<PlannedStep>? Steps) Traffic(IReadOnlyList<PlannedStep>? steps, string whyNot) =>
        steps is null ? (whyNot, null) : ($"{PlannedTraffic.Text(steps)}, unless the appspec says otherwise", steps);
}
