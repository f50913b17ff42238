using Sluice.Local.Cloud.Files;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>The buses and the users' rules that there are.</summary>
internal sealed class RuleBook(RecordStore<EventBus> buses, RecordStore<EventRule> rules, string suiteBus, EventArns arns, TimeProvider time)
{
    private readonly DateTimeOffset _since = time.GetUtcNow();
    private readonly Lock _gate = new();

    /// <summary>Told when a rule was changed.</summary>
    public event Action? Changed;

    public EventArns Arns => arns;

    /// <summary>The default bus and the suite's are always there.</summary>
    public IReadOnlyList<EventBus> Buses =>
        [.. new[] { EventArns.DefaultBus, suiteBus }.Where(name => buses.Find(name) is null).Select(name => new EventBus(name, _since)).Concat(buses.All).OrderBy(bus => bus.Name, StringComparer.Ordinal)];

    public IReadOnlyList<EventRule> Rules => rules.All;

    public bool IsOwn(string bus) => bus == EventArns.DefaultBus || bus == suiteBus;

    public EventBus? FindBus(string name) => Buses.FirstOrDefault(bus => bus.Name == name);

    /// <exception cref="TaskFailedException">There is none.</exception>
    public EventBus GetBus(string? nameOrArn) => FindBus(arns.BusName(nameOrArn)) ?? throw EventErrors.NoBus(arns.BusName(nameOrArn));

    public IReadOnlyList<EventRule> Of(string bus) => [.. rules.All.Where(rule => rule.Bus == bus)];

    public EventRule? Find(string bus, string name) => rules.Find(EventRule.KeyOf(bus, name));

    /// <exception cref="TaskFailedException">There is none, or not even the bus.</exception>
    public EventRule Get(string? bus, string name) => Find(GetBus(bus).Name, name) ?? throw EventErrors.NoRule(name, arns.BusName(bus));

    public void Create(EventBus bus)
    {
        lock (_gate)
        {
            buses.Save(FindBus(bus.Name) is null ? bus : throw EventErrors.Exists(bus.Name));
        }
    }

    public void Change(string bus, Func<EventBus, EventBus> change)
    {
        lock (_gate)
        {
            buses.Save(change(GetBus(bus)) with { ChangedAt = time.GetUtcNow() });
        }
    }

    /// <summary>Deletes a bus that has no rules; that there is none is not told.</summary>
    public void DeleteBus(string name)
    {
        lock (_gate)
        {
            if (IsOwn(name))
            {
                throw EventErrors.Invalid($"Cannot delete event bus {name}.");
            }

            if (Of(name).Count > 0)
            {
                throw EventErrors.Invalid($"Cannot delete event bus {name}: it has rules.");
            }

            buses.Delete(name);
        }
    }

    public void Put(string bus, string name, Func<EventRule?, EventRule> change)
    {
        lock (_gate)
        {
            rules.Save(change(Find(bus, name)));
        }

        Changed?.Invoke();
    }

    public void Delete(string bus, string name)
    {
        lock (_gate)
        {
            rules.Delete(EventRule.KeyOf(bus, name));
        }

        Changed?.Invoke();
    }
}
