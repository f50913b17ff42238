using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sluice.Local.Cloud.Patterns;
using Sluice.Local.Host.Events;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Tests.Host.Events;

public sealed class LocalBusTests
{
    private readonly List<string> _happened = [];
    private readonly LocalBus _bus;
    private Func<Action> _store = static () => static () => { };

    public LocalBusTests()
    {
        var rule = new TemplateRule("Rule", TemplateRule.DefaultBus, EventPattern.Parse("""{"source":[{"exists":false}]}"""), ["queue"]);
        _bus = new LocalBus([rule], new Targets(() => _store()), Quiet.Unattended(TimeProvider.System));
        _bus.Published += _ => _happened.Add("seen");
    }

    [Fact]
    public void An_event_is_stored_before_anyone_sees_it_or_is_woken_by_it()
    {
        _store = () =>
        {
            _happened.Add("stored");
            return () => _happened.Add("woken");
        };

        _bus.Publish(TemplateRule.DefaultBus, []);

        _happened.ShouldBe(["stored", "seen", "woken"]);
    }

    [Fact]
    public void An_event_that_could_not_be_stored_is_seen_once_when_it_is_published_again()
    {
        var full = true;
        _store = () => full ? throw new SqliteException("database or disk is full", 13) : () => { };

        Should.Throw<SqliteException>(() => _bus.Publish(TemplateRule.DefaultBus, []));
        full = false;
        _bus.Publish(TemplateRule.DefaultBus, []);

        _happened.ShouldBe(["seen"]);
    }

    [Fact]
    public void What_users_rules_send_is_stored_with_the_rest_and_a_users_event_is_shown_to_nobody()
    {
        var bus = new LocalBus([], new Targets(() => _store()), Quiet.Unattended(TimeProvider.System))
        {
            UserRules = (name, _, isForwarded) =>
            {
                _happened.Add($"stored for {name}{(isForwarded ? " from another" : "")}");
                return () => _happened.Add("sent");
            },
        };
        bus.Published += _ => _happened.Add("seen");

        bus.Publish("one", []);
        bus.Take("two", [], isForwarded: true);

        _happened.ShouldBe(["stored for one", "seen", "sent", "stored for two from another", "sent"]);
    }

    [Fact]
    public void A_watcher_that_throws_keeps_an_event_from_nobody()
    {
        _store = () => () => _happened.Add("woken");
        _bus.Published += _ => throw new IOException("The screen is gone.");
        _bus.Published += _ => _happened.Add("seen by the next");

        _bus.Publish(TemplateRule.DefaultBus, []);

        _happened.ShouldBe(["seen", "seen by the next", "woken"]);
    }

    private sealed class Targets(Func<Action> store) : IEventTargets
    {
        public Action Store(string target, JsonObject happened) => store();
    }
}
