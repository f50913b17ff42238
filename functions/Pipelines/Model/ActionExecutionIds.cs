using System.Security.Cryptography;
using System.Text;

namespace Sluice.Pipelines.Model;

/// <summary>Names an action or a rule of a run by what it is, so that a repeated request means the same record.</summary>
internal static class ActionExecutionIds
{
    public static string Of(string pipelineExecutionId, string stage, string action, int attempt) => Uuid(pipelineExecutionId, stage, action, attempt);

    /// <param name="pipelineExecutionId">The run.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="condition">Which of the stage's conditions.</param>
    /// <param name="rule">Which of its rules.</param>
    /// <param name="step">The run's step with which the rules began: they may be asked again.</param>
    public static string OfRule(string pipelineExecutionId, string stage, StagePhase condition, string rule, int step) => Uuid(pipelineExecutionId, stage, condition, rule, step);

    /// <summary>The run that rolls back what another run failed at.</summary>
    public static string OfRollback(string pipelineExecutionId, RollbackPlan plan, int step) => Uuid("rollback", pipelineExecutionId, plan.StageName, plan.Target, step);

    private static string Uuid(params object[] parts) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16)).ToString("D");
}
