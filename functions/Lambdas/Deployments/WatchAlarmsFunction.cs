using Amazon.Lambda.Annotations;
using Sluice.Deployments.Alarms;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Alarms.WatchAlarms"/>.</summary>
public sealed class WatchAlarmsFunction(WatchAlarms useCase)
{
    /// <summary>The function's method.</summary>
    [LambdaFunction(ResourceName = "WatchAlarmsFunction")]
    public Task WatchAlarms(AlarmChangeEvent input) => useCase.RunAsync(input);
}
