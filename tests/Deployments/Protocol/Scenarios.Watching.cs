using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    // A step whose alarms have no data is read back and watched once more.
    private const string Waited = "ReadAlarms NextStep WhatNext ReadAlias Bake";

    private static Scenario Watched(string name, string state, params (string Key, string Value)[] settings) => new(name)
    {
        Release = new Release { Strategy = "Steps.10@5s", Alarms = "errors", Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value) },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = state,
        Outcome = DeploymentOutcome.Succeeded,
        Alias = "2",
        Says = "all traffic to version 2",
        Path = $"{Begun} {Step} {Succeeded}",
    };

    private static IEnumerable<Scenario> Watching() =>
    [
        Watched("an alarm without data lets it go on", "INSUFFICIENT_DATA"),
        Watched("an alarm without data stops it where that is asked for", "INSUFFICIENT_DATA", ("InsufficientData", "STOP")) with
        {
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "no traffic was moved: alarm 'errors' has no data, and the deployment is to stop then",
            Path = $"{Planned} ReadAlarms NextStep {Refused}",
        },
        Watched("an alarm without data is waited for where that is asked for", "INSUFFICIENT_DATA", ("InsufficientData", "WAIT")) with
        {
            Meanwhile = world => world.AtAsync(100, () =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                return Task.CompletedTask;
            }),
            Path = $"{Begun} {Waited} {Waited} {Step} {Succeeded}",
        },
        Watched("an alarm that never gets data is not waited for for ever", "INSUFFICIENT_DATA", ("InsufficientData", "WAIT")) with
        {
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' has no data at 10 %, and got none while that was waited for 3 times more",
            Path = $"{Begun} {Waited} {Waited} {Waited} ReadAlarms NextStep {Restored} Ended",
        },
        Watched("an alarm that fires while data is waited for rolls back", "INSUFFICIENT_DATA", ("InsufficientData", "WAIT")) with
        {
            Meanwhile = world => world.AtAsync(30, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} {Waited} {Restored} Ended",
        },
        Watched("alarms that cannot be read are ignored where that is asked for", "OK", ("IgnorePollAlarmFailure", "true")) with
        {
            Arrange = (_, moments) => moments.Fail("ReadAlarms", "CloudWatch.CloudWatchException"),
        },
        Watched("alarms that cannot be read stop it", "OK") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                Enumerable.Range(2, 9).ToList().ForEach(nth => moments.Fail("ReadAlarms", "CloudWatch.CloudWatchException", nth));
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the alarms could not be read, so nothing would stop a bad version: as the test wants it (CloudWatch.CloudWatchException)",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        Watched("alarms are watched on after all traffic is moved", "OK", ("FinalBake", "10m")) with
        {
            Path = $"{Begun} {Step} ReadAlarms NextStep WhatNext Ended",
        },
        Watched("an alarm in the final bake rolls back", "OK", ("FinalBake", "10m")) with
        {
            Meanwhile = world => world.AtAsync(300, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "fn:live sends 100 % to version 1 again: alarm 'errors' is in ALARM",
            Path = $"{Begun} {Step} {Restored} Ended",
        },
    ];
}
