namespace Sluice.Local.StateMachines.Definitions;

internal static class ParallelStateParser
{
    internal static ParallelState? Parse(string name, Fields fields)
    {
        var frame = FrameParser.Working(name, fields) with { Parameters = fields.Template("Parameters", objectOnly: false) };
        fields.Required("Branches", "a list of branches");
        var (branches, items) = fields.Array("Branches", Branch);
        if (fields.Has("Branches") && items == 0)
        {
            fields.Fault("Branches", "at least one branch is expected.");
        }

        return branches.Count == items && items > 0 ? new ParallelState(frame, branches) : null;
    }

    private static StateGraph? Branch(Fields fields, int place)
    {
        fields.Are("a branch");
        return GraphParser.Parse(fields);
    }
}
