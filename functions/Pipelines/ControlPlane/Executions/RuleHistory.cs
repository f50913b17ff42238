using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>How the conditions of stages were judged.</summary>
internal sealed class RuleHistory(RunHistory history, RunScopes scopes)
{
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<(IReadOnlyList<RuleExecutionDetail> Page, string? NextToken)> ReadAsync(string pipeline, HistoryFilter filter, string? token, int? most, CancellationToken cancellationToken)
    {
        var (page, next) = await history.ReadAsync(pipeline, filter, token, most, Rules, cancellationToken);
        var details = new List<RuleExecutionDetail>();
        foreach (var run in page.GroupBy(found => found.Run.PipelineExecutionId))
        {
            var (record, declared) = (run.First().Run, run.First().Pipeline);
            var (_, scope) = await scopes.OfAsync(record, declared, cancellationToken);
            details.AddRange(run.Select(found => Detail(record, declared, found.Item, scope)));
        }

        return (details, next);
    }

    private static IEnumerable<JudgedRule> Rules(PipelineRun run) => run.Stages.SelectMany(stage => new[]
    {
        (Phase: StagePhase.Entry, Condition: stage.BeforeEntry), (Phase: StagePhase.Leaving, Condition: stage.OnSuccess), (Phase: StagePhase.Failing, Condition: stage.OnFailure),
    }.SelectMany(judged => (judged.Condition?.Rules ?? []).Select(rule => new JudgedRule(stage.StageName, judged.Phase, rule))));

    private static RuleExecutionDetail Detail(PipelineRun run, PipelineDeclaration pipeline, JudgedRule judged, VariableScope scope)
    {
        var declared = pipeline.Stage(judged.StageName).Rule(judged.Phase, judged.Rule.RuleName);
        return new RuleExecutionDetail
        {
            PipelineExecutionId = run.PipelineExecutionId,
            RuleExecutionId = judged.Rule.RuleExecutionId,
            PipelineVersion = run.PipelineVersion,
            StageName = judged.StageName,
            RuleName = judged.Rule.RuleName,
            StartTime = judged.Rule.StartTime,
            LastUpdateTime = judged.Rule.LastUpdateTime,
            Status = judged.Rule.Status,
            Input = Input(run, declared, scope),
            Output = new RuleExecutionOutput { ExecutionResult = new RuleExecutionResult { ExternalExecutionId = judged.Rule.ExternalExecutionId, ExternalExecutionSummary = judged.Rule.Message, ErrorDetails = Error(judged.Rule) } },
        };
    }

    private static RuleExecutionInput Input(PipelineRun run, RuleDeclaration declared, VariableScope scope) => new()
    {
        RuleTypeId = declared.RuleTypeId,
        Configuration = declared.Configuration,
        ResolvedConfiguration = declared.Configuration is { } texts ? scope.Fill(texts).Filled : null,
        RoleArn = declared.RoleArn,
        Region = declared.Region,
        InputArtifacts = ShownArtifacts.Of(RunArtifacts.Pick(run, (declared.InputArtifacts ?? []).Select(input => input.Name))),
    };

    private static ErrorDetails? Error(RunRule rule) => rule.Status == RuleExecutionStatus.Failed ? new ErrorDetails { Code = rule.ErrorCode ?? "RuleNotMet", Message = rule.Message } : null;

    private sealed record JudgedRule(string StageName, StagePhase Phase, RunRule Rule);
}
