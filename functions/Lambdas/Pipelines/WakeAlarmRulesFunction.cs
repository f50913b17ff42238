using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Providers.Alarms;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Takes the changes of alarms that conditions of stages ask about.</summary>
public sealed class WakeAlarmRulesFunction(WakeAlarmRules wake)
{
    /// <summary>See <see cref="Sluice.Pipelines.Providers.Alarms.WakeAlarmRules.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "WakeAlarmRulesFunction")]
    public Task WakeAlarmRules(AlarmChanged happened) => wake.RunAsync(happened);
}
