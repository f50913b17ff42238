using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Histories;

/// <summary>Writes events as AWS does.</summary>
internal static class EventRendering
{
    internal static JsonObject Render(HistoryEvent happened, LoggedEvent logged)
    {
        var document = new JsonObject
        {
            ["timestamp"] = Timestamp.Format(happened.Timestamp),
            ["type"] = happened.Type,
            ["id"] = happened.Id,
            ["previousEventId"] = happened.PreviousEventId,
        };
        if (Details(logged) is { Count: > 0 } details)
        {
            document[DetailsName(logged.Type)] = details;
        }

        return document;
    }

    internal static string Line(HistoryEvent happened, LoggedEvent logged)
    {
        var details = Details(logged) is { Count: > 0 } some ? $" {Data.From(some)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{happened.Id,5} <- {happened.PreviousEventId,-5} {Timestamp.Format(happened.Timestamp)} {happened.Type}{details}");
    }

    private static string DetailsName(EventType type)
    {
        var name = type.ToString();
        var noun = name switch
        {
            _ when name.EndsWith("StateEntered", StringComparison.Ordinal) => "stateEntered",
            _ when name.EndsWith("StateExited", StringComparison.Ordinal) => "stateExited",
            _ => char.ToLowerInvariant(name[0]) + name[1..],
        };
        return noun + "EventDetails";
    }

    private static JsonObject Details(LoggedEvent logged)
    {
        var details = new JsonObject();
        if (logged.Name is not null)
        {
            details["name"] = logged.Name;
        }

        if (logged.Type == EventType.ExecutionStarted)
        {
            details["roleArn"] = Arns.Role;
        }
        else if (logged.Type == EventType.TaskScheduled)
        {
            details["region"] = Arns.Region;
        }

        AddExtra(details, logged.Extra);
        if (logged.Data is not null)
        {
            AddData(details, DataName(logged.Type), Tokens.Blacken(logged.Data.ToString()));
        }

        return details;
    }

    // Nothing is cut off here.
    private static void AddData(JsonObject details, string name, string data)
    {
        details[name] = data;
        if (name != "parameters")
        {
            details[name + "Details"] = new JsonObject { ["truncated"] = false };
        }
    }

    private static string DataName(EventType type)
    {
        var name = type.ToString();
        return type == EventType.TaskScheduled ? "parameters"
            : name.EndsWith("Entered", StringComparison.Ordinal) || type is EventType.ExecutionStarted or EventType.LambdaFunctionScheduled ? "input" : "output";
    }

    private static void AddExtra(JsonObject details, object? extra)
    {
        switch (extra)
        {
            case TaskDetails task:
                AddTask(details, task);
                break;
            case Failure failure:
                Add(details, failure);
                break;
            case DataNumber index:
                details["index"] = index.ToNode();
                break;
            case int length:
                details["length"] = length;
                break;
        }
    }

    private static void AddTask(JsonObject details, TaskDetails task)
    {
        if (!task.Resource.IsDirectLambda)
        {
            details["resourceType"] = task.Resource.Type;
        }

        details["resource"] = task.Resource.IsDirectLambda ? task.Resource.Text : task.Resource.Action;
        AddSeconds(details, "timeoutInSeconds", task.TimeoutSeconds);
        AddSeconds(details, "heartbeatInSeconds", task.HeartbeatSeconds);
        if (task.Failure is not null)
        {
            Add(details, task.Failure);
        }
    }

    private static void AddSeconds(JsonObject details, string name, int? seconds)
    {
        if (seconds is not null)
        {
            details[name] = seconds;
        }
    }

    private static void Add(JsonObject details, Failure failure)
    {
        if (failure.Told.Error is { } error)
        {
            details["error"] = error;
        }

        if (failure.Told.Cause is { } cause)
        {
            details["cause"] = Tokens.Blacken(cause);
        }
    }
}
