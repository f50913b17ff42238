using System.Text.Json.Nodes;

namespace Sluice.Local.StateMachines.Histories;

/// <summary>An event of an execution, as AWS's <c>GetExecutionHistory</c> gives it. Its details are made when they are asked for, and task tokens in them are blacked out.</summary>
public sealed class HistoryEvent
{
    private readonly LoggedEvent logged;

    internal HistoryEvent(int id, LoggedEvent logged)
    {
        Id = id;
        this.logged = logged;
    }

    /// <summary>From 1.</summary>
    public int Id { get; }

    /// <summary>The event that led to this one; 0 for the first.</summary>
    public int PreviousEventId => logged.Previous;

    /// <summary>AWS's name, e.g. <c>TaskStateEntered</c>.</summary>
    public string Type => logged.Type.ToString();

    /// <summary>UTC.</summary>
    public DateTimeOffset Timestamp => new(logged.UtcTicks, TimeSpan.Zero);

    /// <summary>The state's name, for events that enter, leave or abort a state; else null.</summary>
    public string? StateName => logged.Name;

    /// <summary>The document that <c>GetExecutionHistory</c> has for the event, with the details under AWS's name for them.</summary>
    public JsonObject ToJson() => EventRendering.Render(this, logged);

    /// <summary>One line for people: the id, that of the event that led to it, time, type and the details as JSON.</summary>
    public override string ToString() => EventRendering.Line(this, logged);
}
