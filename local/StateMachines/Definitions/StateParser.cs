using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads one state.</summary>
internal static class StateParser
{
    private static readonly string[] Types = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];

    internal static State? Parse(string name, Fields fields)
    {
        fields.Ignore("Comment");
        GraphParser.QueryLanguage(fields);
        if (fields.RequiredText("Type") is not { } type)
        {
            _ = fields.Names;
            return null;
        }

        fields.Are($"a {type} state");
        return ParseType(type, name, fields);
    }

    private static State? ParseType(string type, string name, Fields fields)
    {
        switch (type)
        {
            case "Pass":
                return PassStateParser.Parse(name, fields);
            case "Task":
                return TaskStateParser.Parse(name, fields);
            case "Choice":
                return ChoiceStateParser.Parse(name, fields);
            case "Wait":
                return WaitStateParser.Parse(name, fields);
            case "Succeed":
                return new SucceedState(FrameParser.Paths(new StateFrame(name, null), fields));
            case "Fail":
                return FailStateParser.Parse(name, fields);
            case "Parallel":
                return ParallelStateParser.Parse(name, fields);
            case "Map":
                return MapStateParser.Parse(name, fields);
            default:
                // What else it has depends on what it was meant to be.
                _ = fields.Names;
                fields.Fault("Type", $"there is no state type '{type}'; there are {string.Join(", ", Types)}{NearMiss.Suggestion(type, Types)}");
                return null;
        }
    }
}
