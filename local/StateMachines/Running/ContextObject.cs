using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>Makes the context object, <c>$$</c>, in AWS's order. A state that cannot be retried has no RetryCount.</summary>
internal static class ContextObject
{
    internal static DataObject Of(ExecutionStart start, string stateName, DateTimeOffset entered, int? retryCount, string? token, DataObject? map)
    {
        List<KeyValuePair<string, Data>> members =
        [
            new("Execution", new DataObject(
            [
                new("Id", new DataString(start.Arn)),
                new("Input", start.Input),
                new("StartTime", Time(start.Time)),
                new("Name", new DataString(start.Name)),
                new("RoleArn", new DataString(Arns.Role)),
                new("RedriveCount", DataNumber.Of(0L)),
            ])),
            new("StateMachine", new DataObject(
            [
                new("Id", new DataString(Arns.StateMachine(start.MachineName))),
                new("Name", new DataString(start.MachineName)),
            ])),
            new("State", State(stateName, entered, retryCount)),
        ];
        if (token is not null)
        {
            members.Add(new("Task", new DataObject([new("Token", new DataString(token))])));
        }

        if (map is not null)
        {
            members.Add(new("Map", map));
        }

        return new DataObject([.. members]);
    }

    /// <summary><c>$$.Map</c> in an iteration.</summary>
    internal static DataObject MapItem(int index, Data value) =>
        new([new("Item", new DataObject([new("Index", DataNumber.Of((long)index)), new("Value", value)]))]);

    private static DataObject State(string name, DateTimeOffset entered, int? retryCount)
    {
        var state = new DataObject([new("Name", new DataString(name)), new("EnteredTime", Time(entered))]);
        return retryCount is { } count ? state.With("RetryCount", DataNumber.Of((long)count)) : state;
    }

    private static DataString Time(DateTimeOffset time) => new(Timestamp.Format(time));
}
