using System.Text.Json.Nodes;
using Sluice.Local.Guarding;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Host.Events;

/// <summary>EventBridge: brings an event to the targets of every rule of its bus that matches, and shows it to whoever watches.</summary>
internal sealed class LocalBus(IReadOnlyList<TemplateRule> rules, IEventTargets targets, Unattended unattended)
{
    /// <summary>Sees each event once, whatever the rules say: the terminal's view is made from it.</summary>
    public event Action<JsonObject>? Published;

    /// <summary>Stores what the users' rules of a bus send of an event, which may have been forwarded by another bus, and gives what begins to send it.</summary>
    public Func<string, JsonObject, bool, Action> UserRules { get; init; } = static (_, _, _) => static () => { };

    /// <summary>
    /// Sends the event (EventBridge's envelope) to its targets. All have stored it before anyone sees it or is woken by it, so that one that could not be stored can be published again. A target that fails later is the
    /// target's own matter to retry, and one who only watches can keep it from nobody.
    /// </summary>
    public void Publish(string bus, JsonObject happened)
    {
        var wakes = Store(bus, happened, isForwarded: false);
        unattended.Each("A watcher of the bus", Published, happened);
        wakes.ForEach(wake => wake());
    }

    /// <summary>The same with an event of somebody else's, which those who watch the suite are not shown.</summary>
    public void Take(string bus, JsonObject happened, bool isForwarded) => Store(bus, happened, isForwarded).ForEach(wake => wake());

    private List<Action> Store(string bus, JsonObject happened, bool isForwarded) =>
    [
        .. rules.Where(rule => rule.Bus == bus && rule.Pattern.Matches(happened)).SelectMany(rule => rule.Targets).Select(target => targets.Store(target, happened)),
        UserRules(bus, happened, isForwarded),
    ];
}
