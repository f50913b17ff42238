using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>When a deployment is rolled back.</summary>
internal static class RollbackRules
{
    public static void Check(AutoRollbackConfiguration? configuration, RequestFaults faults) => faults.Require(
        configuration is not { Enabled: true, Events: null or { Count: 0 } },
        "InvalidAutoRollbackConfigException",
        "autoRollbackConfiguration.events: rollback is enabled, so at least one of DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM and DEPLOYMENT_STOP_ON_REQUEST was expected");
}
