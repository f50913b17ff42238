using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.Cloud.Events.Schedules;
using Sluice.Local.Cloud.Files;
using Sluice.World;

namespace Sluice.Local.Tests.Cloud.Events;

public sealed class RuleClockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-clock-").FullName;

    [Fact]
    public async Task A_rule_fires_each_time_it_is_due_and_one_that_is_disabled_does_not()
    {
        var time = new SteppedTime();
        var rules = new RuleBook(new RecordStore<EventBus>(At("buses"), bus => bus.Name), new RecordStore<EventRule>(At("rules"), rule => rule.Key), "sluice", new EventArns(new CloudIdentity()), time);
        var records = new RecordStore<Delivery>(At("deliveries"), one => one.Id);
        await using var line = new DeliveryLine("The test", records, new EventCourse(new DeliveryTargets(new CloudIdentity())), time, NullLogger.Instance, Quiet.Unattended(TimeProvider.System));
        await using var clock = new RuleClock(rules, new EventRouter(rules, line, new CloudIdentity(), time, new CountingIds()), time, Quiet.Unattended(TimeProvider.System));
        Put(rules, "half", "rate(30 minutes)", EventRule.Enabled, time);
        Put(rules, "never", "rate(1 minute)", "DISABLED", time);

        clock.Start();
        for (var minute = 0; minute < 61; minute++)
        {
            await time.EndWaitAsync(TestContext.Current.CancellationToken);
        }

        while (records.All.Count < 2)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        records.All.Select(one => JsonDocument.Parse(one.Body).RootElement).Select(fired => $"{fired.GetProperty("time")} {fired.GetProperty("resources")[0]}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "2000-01-01T00:30:00Z arn:aws:events:us-east-1:000000000000:rule/half", "2000-01-01T01:00:00Z arn:aws:events:us-east-1:000000000000:rule/half",
        ]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Put(RuleBook rules, string name, string schedule, string state, TimeProvider time) => rules.Put(
        EventArns.DefaultBus, name, _ => new EventRule(EventArns.DefaultBus, name) { Schedule = schedule, ScheduledFrom = time.GetUtcNow(), State = state, Targets = [new EventTarget("1", "arn:aws:sqs:us-east-1:000000000000:q")] });

    private string At(string name) => Path.Combine(_folder, name);
}
