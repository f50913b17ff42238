using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads one state.</summary>
internal static class StateParser
{
    private static readonly string[] Types = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];

    internal static State? Parse(string name, Fields fields, Dictionary<string, string> resources)
    {
        fields.Any("Comment");
        if (fields.Text("QueryLanguage") is { } language && language != "JSONPath")
        {
            fields.Fault("QueryLanguage", $"'{language}' is not supported here: \"JSONPath\" is.");
        }

        if (fields.RequiredText("Type") is not { } type)
        {
            return null;
        }

        var state = ParseType(type, name, fields, resources);
        if (Types.Contains(type))
        {
            fields.Close($"a {type} state");
        }

        return state;
    }

    private static State? ParseType(string type, string name, Fields fields, Dictionary<string, string> resources)
    {
        switch (type)
        {
            case "Pass":
                return PassStateParser.Parse(name, fields);
            case "Task":
                return TaskStateParser.Parse(name, fields, resources);
            case "Choice":
                return ChoiceStateParser.Parse(name, fields);
            case "Wait":
                return WaitStateParser.Parse(name, fields);
            case "Succeed":
                return new SucceedState(FrameParser.Paths(new StateFrame(name, null), fields));
            case "Fail":
                return FailStateParser.Parse(name, fields);
            case "Parallel":
                return ParallelStateParser.Parse(name, fields, resources);
            case "Map":
                return MapStateParser.Parse(name, fields, resources);
            default:
                fields.Fault("Type", $"there is no state type '{type}'; there are {string.Join(", ", Types)}{NearMiss.Suggestion(type, Types)}");
                return null;
        }
    }
}
