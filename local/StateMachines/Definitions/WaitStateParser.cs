using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

internal static class WaitStateParser
{
    private static readonly string[] TimeFields = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    internal static WaitState Parse(string name, Fields fields)
    {
        var frame = FrameParser.Linked(name, fields);
        var seconds = fields.Seconds("Seconds", least: 0);
        var until = Until(fields);
        if (TimeFields.Count(fields.Has) != 1)
        {
            fields.Fault($"a Wait state has exactly one of {string.Join(", ", TimeFields)}.");
        }

        return new WaitState(frame, seconds, until);
    }

    private static WaitEnd? Until(Fields fields)
    {
        var text = fields.Text("Timestamp");
        if (!Timestamp.TryParse(text ?? "", out var time) && text is not null)
        {
            fields.RefuseAs("Timestamp", $"'{text}' is no timestamp such as 2026-01-31T12:00:00Z.");
        }

        var path = fields.JsonPath("TimestampPath", reference: true);
        return path is null && text is null ? null : new WaitEnd(time, path);
    }
}
