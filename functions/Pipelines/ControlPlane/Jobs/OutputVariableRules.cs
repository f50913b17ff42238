using System.Text;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>What a worker's output variables must keep to.</summary>
internal static class OutputVariableRules
{
    /// <summary>CodePipeline's bound for all variables of an action, in bytes.</summary>
    public const int MostBytes = 122_880;

    /// <exception cref="ApiException">They are too large, or come before the action is done.</exception>
    public static void Check(JobSuccess success)
    {
        if (success is { OutputVariables.Count: > 0, ContinuationToken: not null })
        {
            throw new ApiException(CommonErrors.Validation, "outputVariables: not expected together with a continuationToken; give them when the action is done.");
        }

        var bytes = (success.OutputVariables ?? new Dictionary<string, string>()).Sum(variable => Encoding.UTF8.GetByteCount(variable.Key) + Encoding.UTF8.GetByteCount(variable.Value));
        if (bytes > MostBytes)
        {
            throw JobErrors.VariablesTooLarge(bytes, MostBytes);
        }
    }
}
