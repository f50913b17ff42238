using Sluice.Deployments.Protocol.Claiming;

namespace Sluice.Deployments.Targets;

/// <summary>Why a deployment failed, by the model's error codes.</summary>
internal static class DeploymentFailure
{
    public static ErrorInformation? Of(Deployment record) =>
        record.Outcome is null or DeploymentOutcome.Succeeded ? null : new ErrorInformation { Code = Code(record), Message = Message(record) };

    private static ErrorCode Code(Deployment record) => record.Stop?.Cause switch
    {
        StopCause.Alarm => ErrorCode.ALARM_ACTIVE,
        StopCause.Request => ErrorCode.MANUAL_STOP,
        StopCause.NotContinued => ErrorCode.TIMEOUT,
        StopCause.Hook => ErrorCode.HOOK_EXECUTION_FAILURE,
        StopCause.Analysis => ErrorCode.CUSTOMER_APPLICATION_UNHEALTHY,
        StopCause.Recovery or null => ErrorCode.INTERNAL_ERROR,
        StopCause.ForeignChange => Code(record, null),
        _ => Code(record, record.Stop.Error),
    };

    private static ErrorCode Code(Deployment record, string? error) => error switch
    {
        nameof(TargetClaimedException) => ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "States.Timeout" => ErrorCode.TIMEOUT,
        // A hook's function, on any platform.
        "Lambda.ResourceNotFoundException" => ErrorCode.INVALID_LAMBDA_FUNCTION,
        not null when error.Contains("AccessDenied", StringComparison.Ordinal) => ErrorCode.IAM_ROLE_PERMISSIONS,
        not null when error.Contains("Throttl", StringComparison.Ordinal) || error.Contains("TooManyRequests", StringComparison.Ordinal) => ErrorCode.THROTTLED,
        not null when error.StartsWith("ElasticLoadBalancingV2.", StringComparison.Ordinal) => ErrorCode.ELASTIC_LOAD_BALANCING_INVALID,
        _ => record.Plan.Target.FailureCode(error) ?? ErrorCode.INTERNAL_ERROR,
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
