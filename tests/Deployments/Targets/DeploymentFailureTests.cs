using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Targets;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Targets;

/// <summary>CodeDeploy's code for each cause, as a client reads it in <c>errorInformation</c>.</summary>
public sealed class DeploymentFailureTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(StopCause.Alarm, null, "ALARM_ACTIVE")]
    [InlineData(StopCause.Request, null, "MANUAL_STOP")]
    [InlineData(StopCause.NotContinued, null, "TIMEOUT")]
    [InlineData(StopCause.Hook, null, "HOOK_EXECUTION_FAILURE")]
    [InlineData(StopCause.Analysis, null, "CUSTOMER_APPLICATION_UNHEALTHY")]
    [InlineData(StopCause.Recovery, null, "INTERNAL_ERROR")]
    [InlineData(StopCause.ForeignChange, null, "INVALID_LAMBDA_CONFIGURATION")]
    [InlineData(StopCause.Failure, null, "INVALID_LAMBDA_CONFIGURATION")]
    [InlineData(StopCause.Failure, "TargetClaimedException", "RESOURCE_LIMIT_EXCEEDED")]
    [InlineData(StopCause.Failure, "States.Timeout", "TIMEOUT")]
    [InlineData(StopCause.Failure, "Lambda.ResourceNotFoundException", "INVALID_LAMBDA_FUNCTION")]
    [InlineData(StopCause.Failure, "Lambda.InvalidParameterValueException", "INVALID_LAMBDA_CONFIGURATION")]
    [InlineData(StopCause.Failure, "Lambda.AccessDeniedException", "IAM_ROLE_PERMISSIONS")]
    [InlineData(StopCause.Failure, "Lambda.TooManyRequestsException", "THROTTLED")]
    [InlineData(StopCause.Failure, "CloudWatch.CloudWatchException", "INTERNAL_ERROR")]
    public void A_function_s(StopCause cause, string? error, string code) => Code(cause, error, ecs: false).ShouldBe(code);

    [Theory]
    [InlineData(StopCause.ForeignChange, null, "ECS_UPDATE_ERROR")]
    [InlineData(StopCause.Failure, null, "ECS_UPDATE_ERROR")]
    [InlineData(StopCause.Failure, "Ecs.InvalidParameterException", "ECS_UPDATE_ERROR")]
    [InlineData(StopCause.Failure, "Ecs.ServiceNotFoundException", "INVALID_ECS_SERVICE")]
    [InlineData(StopCause.Failure, "Ecs.ClusterNotFoundException", "INVALID_ECS_SERVICE")]
    [InlineData(StopCause.Failure, "Ecs.ServiceNotActiveException", "INVALID_ECS_SERVICE")]
    [InlineData(StopCause.Failure, "ElasticLoadBalancingV2.ListenerNotFoundException", "ELASTIC_LOAD_BALANCING_INVALID")]
    [InlineData(StopCause.Failure, "Lambda.ResourceNotFoundException", "INVALID_LAMBDA_FUNCTION")]
    public void A_service_s(StopCause cause, string? error, string code) => Code(cause, error, ecs: true).ShouldBe(code);

    [Fact]
    public void One_that_goes_on_or_succeeded_has_no_error()
    {
        DeploymentFailure.Of(Record(ecs: false) with { Outcome = null }).ShouldBeNull();
        DeploymentFailure.Of(Record(ecs: false) with { Outcome = DeploymentOutcome.Succeeded }).ShouldBeNull();
    }

    [Theory]
    [InlineData(false, "What to do: look at fn:live, which was sending 100 % to version 1 before this deployment, set its traffic as it should be, and deploy again.")]
    [InlineData(true, "What to do: look at shop/web, which was sending 100 % to target group 1 before this deployment, set its traffic as it should be, end the task set that is not wanted, and deploy again.")]
    public void What_could_not_be_restored_says_what_a_person_has_to_do(bool ecs, string says)
    {
        var record = Record(ecs) with { Outcome = DeploymentOutcome.Dirty, Shift = new Shift("2", TrafficSplit.All("1"), [], null) };

        DeploymentFailure.Of(record)!.Message.ShouldBe($"as the test wants it. {says}");
    }

    private static string? Code(StopCause cause, string? error, bool ecs) =>
        DeploymentFailure.Of(Record(ecs) with { Stop = new Stop(cause, "why", _now) { Error = error } })!.Code.ToString();

    private static Deployment Record(bool ecs)
    {
        var record = Samples.Ended("d-000000001", _now, DeploymentOutcome.Failed);
        return ecs ? record with { Plan = new EcsRelease().Plan() } : record;
    }
}
