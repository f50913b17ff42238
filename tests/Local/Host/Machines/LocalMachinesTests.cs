using System.Text.Json.Nodes;
using NSubstitute;
using Sluice.Local.Host;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Events;
using Sluice.Local.Host.Machines;
using Sluice.Local.Host.Templates;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Host.Machines;

public sealed class LocalMachinesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-machines-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Executions_that_ended_are_kept_for_ninety_days()
    {
        using var data = DataFolder.Own(_folder);
        var file = data.At("executions.db");
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var (old, recent) = (RunAt(file, now.AddDays(-91), "old"), RunAt(file, now.AddDays(-89), "recent"));
        var services = Substitute.For<ITaskServices>();
        services.Serves(Arg.Any<string>()).Returns(true);

        await using (var machines = new LocalMachines())
        {
            var bus = new LocalBus([], new NoTargets(), Quiet.Unattended(TimeProvider.System));
            machines.Open(SuiteTemplate.Load(AppContext.BaseDirectory), services, data, new VirtualTime(now), bus, new TransitionCounter());
        }

        using var journal = new SqliteExecutionJournal(file);
        journal.Read(old).ShouldBeNull();
        journal.Read(recent).ShouldNotBeNull();
    }

    private static string RunAt(string file, DateTimeOffset time, string name)
    {
        using var journal = new SqliteExecutionJournal(file);
        var clock = new VirtualTime(time);
        var engine = new ExecutionEngine(Substitute.For<ITaskServices>(), clock, journal);
        var definition = MachineDefinition.Parse("""{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}""");
        return clock.Run(async () =>
        {
            var execution = engine.Start(definition, "machine", name, new JsonObject());
            await execution.Completion;
            return execution.Arn;
        });
    }
}
