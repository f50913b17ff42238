using Sluice.Deployments.Machine;
using Sluice.Deployments.Platforms;

namespace Sluice.Deployments.Api.Deployments;

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
        StopCause.ForeignChange => Configuration(record),
        _ => Code(record, record.Stop.Error),
    };

    private static ErrorCode Code(Deployment record, string? error) => error switch
    {
        null => Configuration(record),
        nameof(TargetClaimedException) => ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "States.Timeout" => ErrorCode.TIMEOUT,
        "Lambda.ResourceNotFoundException" => ErrorCode.INVALID_LAMBDA_FUNCTION,
        "Ecs.ServiceNotFoundException" or "Ecs.ClusterNotFoundException" or "Ecs.ServiceNotActiveException" => ErrorCode.INVALID_ECS_SERVICE,
        _ when error.Contains("AccessDenied", StringComparison.Ordinal) => ErrorCode.IAM_ROLE_PERMISSIONS,
        _ when error.Contains("Throttl", StringComparison.Ordinal) || error.Contains("TooManyRequests", StringComparison.Ordinal) => ErrorCode.THROTTLED,
        _ when error.StartsWith("Lambda.", StringComparison.Ordinal) && record.Plan.Lambda is not null => ErrorCode.INVALID_LAMBDA_CONFIGURATION,
        _ when error.StartsWith("Ecs.", StringComparison.Ordinal) => ErrorCode.ECS_UPDATE_ERROR,
        _ when error.StartsWith("ElasticLoadBalancingV2.", StringComparison.Ordinal) => ErrorCode.ELASTIC_LOAD_BALANCING_INVALID,
        _ => ErrorCode.INTERNAL_ERROR,
    };

    private static ErrorCode Configuration(Deployment record) => record.Plan.Lambda is null ? ErrorCode.ECS_UPDATE_ERROR : ErrorCode.INVALID_LAMBDA_CONFIGURATION;

    // Somebody has to look at it, so it says at what and what it should be.
    private static string Message(Deployment record)
    {
        var message = record.Message ?? "it failed";
        if (record.Outcome != DeploymentOutcome.Dirty || record.Shift is not { } shift)
        {
            return message;
        }

        var platform = ShiftPlatforms.Of(record.Plan);
        var before = shift.Snapshot is { } snapshot ? $"sending {platform.Describe(snapshot)}" : platform.Undivided;
        var rest = record.Plan.Ecs is null ? "" : ", end the task set that is not wanted";
        return $"{message.TrimEnd('.')}. What to do: look at {platform.Subject(record.Plan)}, which was {before} before this deployment, set its traffic as it should be{rest}, and deploy again.";
    }
}
