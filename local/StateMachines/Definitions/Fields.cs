using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>
/// Reads the fields of one object of a definition by type, notes what is wrong with each, and in the end refuses those that nobody asked for.
/// </summary>
internal sealed class Fields(DataObject members, string path, FaultSink faults)
{
    private readonly HashSet<string> known = [];

    internal string Path => path;

    internal FaultSink Faults => faults;

    internal bool Has(string name) => members.TryGet(name, out _);

    internal string At(string name) => SourceMap.Below(path, name);

    internal void Fault(string name, string message) => faults.Add(At(name), message);

    /// <summary>The raw value, or null if the field is absent.</summary>
    internal Data? Any(string name)
    {
        known.Add(name);
        return members.TryGet(name, out var value) ? value : null;
    }

    internal Data? Required(string name)
    {
        var value = Any(name);
        if (value is null)
        {
            faults.Add(path, $"the field '{name}' is missing.");
        }

        return value;
    }

    internal string? Text(string name) => Typed<DataString>(name, Any(name), "a string")?.Value;

    /// <summary>The name of a state of the graph that is being read.</summary>
    internal string? StateName(string name)
    {
        var state = Text(name);
        if (state is not null)
        {
            faults.Links.Add((At(name), state));
        }

        return state;
    }

    internal string? RequiredText(string name) => Typed<DataString>(name, Required(name), "a string")?.Value;

    internal DataObject? RequiredObject(string name) => Typed<DataObject>(name, Required(name), "an object");

    internal DataArray? Array(string name) => Typed<DataArray>(name, Any(name), "an array");

    internal bool? Flag(string name) => Typed<DataBoolean>(name, Any(name), "true or false")?.Value;

    internal int? Integer(string name, int least, int most)
    {
        if (Any(name) is not { } value)
        {
            return null;
        }

        if (value is DataNumber number && number.TryGetInteger(out var whole) && whole >= least && whole <= most)
        {
            return (int)whole;
        }

        Refuse(name, value, $"no whole number from {least} to {most}");
        return null;
    }

    internal double? Number(string name, double least, string expected)
    {
        if (Any(name) is not { } value)
        {
            return null;
        }

        if (value is DataNumber number && number.Double >= least && double.IsFinite(number.Double))
        {
            return number.Double;
        }

        Refuse(name, value, $"not {expected}");
        return null;
    }

    /// <summary>A path, which must name exactly one place if <paramref name="reference"/>.</summary>
    internal DataPath? JsonPath(string name, bool reference = false)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (!DataPath.TryParse(text, out var parsed, out var fault))
        {
            RefuseAs(name, Any(name)!, $"'{text}' is no JSONPath: it {fault}.");
            return null;
        }

        if (reference && !parsed.IsReference)
        {
            Fault(name, $"'{text}' is no reference path: it has to name one place, with names and single indexes only.");
        }

        return parsed;
    }

    internal PathOrNull PathOrNull(string name, bool resultPath = false)
    {
        switch (Any(name))
        {
            case null:
                return Definitions.PathOrNull.Whole;
            case DataNull:
                return Definitions.PathOrNull.Null;
        }

        var parsed = JsonPath(name, reference: resultPath);
        if (resultPath && parsed is { OnContext: true })
        {
            Fault(name, $"'{parsed.Text}' is in the context object, which cannot be written.");
        }

        return parsed is null ? Definitions.PathOrNull.Whole : new PathOrNull(parsed);
    }

    /// <summary>A payload template; any JSON value is one.</summary>
    internal Expression? Template(string name, bool objectOnly)
    {
        if (Any(name) is not { } value)
        {
            return null;
        }

        if (objectOnly && value is not DataObject)
        {
            Fault(name, $"{Shown(value)} is not an object.");
        }

        return new TemplateCompiler(faults.Add).Compile(value, At(name));
    }

    /// <summary>A path or a call of a function.</summary>
    internal Expression? PathOrFunction(string name) => Text(name) is { } text ? new TemplateCompiler(faults.Add).CompileText(text, At(name)) : null;

    /// <summary><c>Name</c> or <c>NamePath</c>, not both.</summary>
    internal Seconds? Seconds(string name, int least)
    {
        var value = Integer(name, least, Limits.LongestWaitSeconds);
        var found = JsonPath(name + "Path", reference: true);
        if (Has(name) && Has(name + "Path"))
        {
            Fault(name, $"there is both '{name}' and '{name}Path'.");
        }

        return value is null && found is null ? null : new Seconds(value, found, name + "Path", least);
    }

    /// <summary>Reports fields that are unknown, or known but not to be had here.</summary>
    internal void Close(string what)
    {
        foreach (var (name, _) in members.Members)
        {
            if (known.Contains(name))
            {
                continue;
            }

            Fault(name, NotSupported.Reason(name) ?? $"{what} has no field '{name}'{NearMiss.Suggestion(name, known)}");
        }
    }

    /// <summary>Says what a value is not, or that it is an expression of JSONata.</summary>
    internal void Refuse(string name, Data value, string what) => RefuseAs(name, value, $"{Shown(value)} is {what}.");

    internal void RefuseAs(string name, Data value, string message) => Fault(name, NotSupported.IsJsonata(value) ? NotSupported.Expression(value) : message);

    internal static string Shown(Data value) => StateFailedException.Shown(value);

    private T? Typed<T>(string name, Data? value, string expected)
        where T : Data
    {
        if (value is null or T)
        {
            return (T?)value;
        }

        Refuse(name, value, $"not {expected}");
        return null;
    }
}
