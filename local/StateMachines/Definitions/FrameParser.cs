using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads the fields that states share.</summary>
internal static class FrameParser
{
    /// <summary>Next or End, InputPath and OutputPath.</summary>
    internal static StateFrame Linked(string name, Fields fields)
    {
        var next = fields.StateName("Next");
        var end = fields.Flag("End");
        if (next is null && end != true && !fields.Has("Next"))
        {
            fields.Fault("the state has neither \"Next\" nor \"End\": true.");
        }
        else if (next is not null && end == true)
        {
            fields.Fault("End", "the state has both \"Next\" and \"End\": true.");
        }

        return Paths(new StateFrame(name, next), fields);
    }

    internal static StateFrame Paths(StateFrame frame, Fields fields) =>
        frame with { InputPath = fields.PathOrNull("InputPath"), OutputPath = fields.PathOrNull("OutputPath") };

    /// <summary>ResultSelector, ResultPath, Retry and Catch.</summary>
    internal static StateFrame Working(string name, Fields fields) => Linked(name, fields) with
    {
        ResultSelector = fields.Template("ResultSelector", objectOnly: true),
        ResultPath = fields.PathOrNull("ResultPath", resultPath: true),
        Retriers = Each(fields, "Retry", Retrier),
        Catchers = Each(fields, "Catch", Catcher),
    };

    private static IReadOnlyList<T> Each<T>(Fields fields, string name, Func<Fields, T?> parse)
        where T : class
    {
        var last = fields.Count(name) - 1;
        return fields.Array(name, (item, place) =>
        {
            item.Are($"an entry of {name}");
            item.Ignore("Comment");
            CheckPlaceOfAll(item, isLast: place == last);
            return parse(item);
        }).Read;
    }

    private static void CheckPlaceOfAll(Fields item, bool isLast)
    {
        if (item.Any("ErrorEquals") is DataArray names && Array.Exists(names.Items, name => name is DataString { Value: ErrorNames.All }) && (names.Items.Length > 1 || !isLast))
        {
            item.Fault("ErrorEquals", "States.ALL stands alone, and in the last entry.");
        }
    }

    private static Retrier? Retrier(Fields fields)
    {
        var errors = Errors(fields);
        var interval = fields.Integer("IntervalSeconds", 1, Limits.LongestWaitSeconds) ?? 1;
        var most = fields.Integer("MaxAttempts", 0, Limits.LongestWaitSeconds) ?? 3;
        var rate = fields.Number("BackoffRate", 1, "a number of at least 1") ?? 2;
        var longest = fields.Integer("MaxDelaySeconds", 1, 31_622_400);
        if (longest <= interval)
        {
            fields.Fault("MaxDelaySeconds", $"it has to be more than IntervalSeconds, which is {interval}.");
        }

        var jitter = fields.Text("JitterStrategy");
        if (jitter is not (null or "FULL" or "NONE"))
        {
            fields.Fault("JitterStrategy", $"'{jitter}' is neither \"FULL\" nor \"NONE\".");
        }

        return errors is null ? null : new Retrier(errors, interval, most, rate, longest, jitter == "FULL");
    }

    private static Catcher? Catcher(Fields fields)
    {
        var errors = Errors(fields);
        fields.Required("Next", "the name of a state");
        var next = fields.StateName("Next");
        var path = fields.PathOrNull("ResultPath", resultPath: true);
        return errors is null || next is null ? null : new Catcher(errors, next, path);
    }

    private static ErrorMatch? Errors(Fields fields)
    {
        if (!fields.Required("ErrorEquals", "a list of error names"))
        {
            return null;
        }

        if (fields.Any("ErrorEquals") is DataArray names && names.Items.Length > 0 && Array.TrueForAll(names.Items, name => name is DataString { Value.Length: > 0 }))
        {
            return new ErrorMatch([.. names.Items.Select(name => ((DataString)name).Value)]);
        }

        fields.Fault("ErrorEquals", "an array of error names is expected, with at least one.");
        return null;
    }
}
