using Sluice.Deployments.Machine;
using Sluice.Deployments.Platforms;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Why a deployment failed, by the model's error codes.</summary>
internal static class DeploymentFailure
{
    public static ErrorInformation? Of(Deployment record) =>
        record.Outcome is null or DeploymentOutcome.Succeeded ? null : new ErrorInformation(Code(record), Message(record));

    private static string Code(Deployment record) => record.Stop?.Cause switch
    {
        StopCause.Alarm => "ALARM_ACTIVE",
        StopCause.Request => "MANUAL_STOP",
        StopCause.NotContinued => "TIMEOUT",
        StopCause.Hook => "HOOK_EXECUTION_FAILURE",
        StopCause.Analysis => "CUSTOMER_APPLICATION_UNHEALTHY",
        StopCause.Recovery or null => "INTERNAL_ERROR",
        StopCause.ForeignChange => Code(record, null),
        _ => Code(record, record.Stop.Error),
    };

    private static string Code(Deployment record, string? error) => error switch
    {
        nameof(TargetClaimedException) => "RESOURCE_LIMIT_EXCEEDED",
        "States.Timeout" => "TIMEOUT",
        // A hook's function, on any platform.
        "Lambda.ResourceNotFoundException" => "INVALID_LAMBDA_FUNCTION",
        not null when error.Contains("AccessDenied", StringComparison.Ordinal) => "IAM_ROLE_PERMISSIONS",
        not null when error.Contains("Throttl", StringComparison.Ordinal) || error.Contains("TooManyRequests", StringComparison.Ordinal) => "THROTTLED",
        not null when error.StartsWith("ElasticLoadBalancingV2.", StringComparison.Ordinal) => "ELASTIC_LOAD_BALANCING_INVALID",
        _ => record.Plan.Target.FailureCode(error) ?? "INTERNAL_ERROR",
    };

    // Somebody has to look at it, so it says at what and what it should be.
    private static string Message(Deployment record)
    {
        var message = record.Message ?? "it failed";
        if (record.Outcome != DeploymentOutcome.Dirty || record.Shift is not { } shift)
        {
            return message;
        }

        var target = record.Plan.Target;
        var before = shift.Snapshot is { } snapshot ? $"sending {target.Describe(snapshot)}" : target.Undivided();
        return $"{message.TrimEnd('.')}. What to do: look at {target.Subject()}, which was {before} before this deployment, set its traffic as it should be{target.AlsoToRepair()}, and deploy again.";
    }
}
