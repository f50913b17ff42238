using Sluice.Local.StateMachines.Templates;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads an inline Map, with its old names Iterator and Parameters too.</summary>
internal static class MapStateParser
{
    internal static MapState? Parse(string name, Fields fields)
    {
        var frame = FrameParser.Working(name, fields);
        var itemsPath = fields.JsonPath("ItemsPath", reference: true);
        var selector = Selector(fields);
        var most = fields.Seconds("MaxConcurrency", least: 0) ?? new Seconds(0, null, "MaxConcurrency", 0);
        var processor = Processor(fields);
        return processor is null ? null : new MapState(frame, itemsPath, selector, most, processor);
    }

    private static Expression? Selector(Fields fields)
    {
        NotBoth(fields, "ItemSelector", "Parameters");
        var selector = fields.Template("ItemSelector", objectOnly: false);
        var old = fields.Template("Parameters", objectOnly: false);
        return selector ?? old;
    }

    private static StateGraph? Processor(Fields fields)
    {
        NotBoth(fields, "ItemProcessor", "Iterator");
        var name = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        fields.Ignore("Iterator", "ItemProcessor");
        return fields.Object(name, processor =>
        {
            processor.Are($"the {name}");
            processor.OptionalObject("ProcessorConfig", CheckInline);
            return GraphParser.Parse(processor);
        });
    }

    private static object? CheckInline(Fields fields)
    {
        fields.Are("a ProcessorConfig");
        if (fields.Text("Mode") is { } mode && mode != "INLINE")
        {
            fields.Fault("Mode", $"'{mode}' is not supported here: \"INLINE\" is.");
        }

        if (fields.Any("ExecutionType") is not null)
        {
            fields.Fault("ExecutionType", "it belongs to the distributed Map, which is not supported here.");
        }

        return null;
    }

    private static void NotBoth(Fields fields, string name, string old)
    {
        if (fields.Has(name) && fields.Has(old))
        {
            fields.Fault(old, $"there is both '{name}' and '{old}', which mean the same.");
        }
    }
}
