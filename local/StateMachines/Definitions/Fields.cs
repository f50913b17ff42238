using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Reads the fields of one object of a definition: those of any document, and those that only Amazon States Language has.</summary>
internal sealed class Fields(MappingReader reader, DefinitionNotes notes)
{
    internal string Path => reader.Path;

    internal DefinitionNotes Notes => notes;

    internal bool Has(string name) => reader.IsWritten(name);

    /// <summary>Says what the object is, e.g. <c>a Pass state</c>.</summary>
    internal void Are(string what) => reader.Is(what);

    internal void Ignore(params IEnumerable<string> names) => reader.Ignore(names);

    /// <summary>Names of any kind are allowed.</summary>
    internal IReadOnlyList<string> Names => reader.Names;

    internal void Fault(string message) => reader.Fault(message);

    internal void Fault(string name, string message) => reader.Fault(name, message);

    internal void Refuse(string name, string expected) => reader.Refuse(reader.Node(name)!, expected);

    internal bool Required(string name, string expected) => reader.Required(name, expected);

    /// <summary>The raw value, or null if the field is absent.</summary>
    internal Data? Any(string name) => reader.Node(name) is { } node ? DocumentData.Of(node) : null;

    internal string? Text(string name) => reader.OptionalString(name);

    internal string? RequiredText(string name) => Required(name, "a string") ? Text(name) : null;

    internal bool? Flag(string name) => reader.OptionalBool(name);

    internal int? Integer(string name, int least, int most) => reader.OptionalInt(name, least, most);

    internal double? Number(string name, double least, string expected)
    {
        var value = Any(name);
        if (value is null || (value is DataNumber number && number.Double >= least && double.IsFinite(number.Double)))
        {
            return (value as DataNumber)?.Double;
        }

        Refuse(name, expected);
        return null;
    }

    /// <summary>The object that the field holds; default, with a fault noted, if there is none.</summary>
    internal T? Object<T>(string name, Func<Fields, T?> read) => reader.RequiredMapping(name, inner => read(new Fields(inner, notes)));

    internal T? OptionalObject<T>(string name, Func<Fields, T?> read) => reader.OptionalMapping(name, inner => read(new Fields(inner, notes)));

    /// <summary>How many items the array has; 0 if there is none.</summary>
    internal int Count(string name) => reader.Node(name) is SequenceNode list ? list.Items.Count : 0;

    /// <summary>The objects of an array, with their place in it.</summary>
    /// <returns>What was read of them, and how many items there are: some may have been refused.</returns>
    internal (IReadOnlyList<T> Read, int Items) Array<T>(string name, Func<Fields, int, T?> read)
    {
        var place = 0;
        var items = reader.ListOfMappings(name, inner => read(new Fields(inner, notes), place++));
        return ([.. items.OfType<T>()], Count(name));
    }

    /// <summary>The name of a state of the graph that is being read.</summary>
    internal string? StateName(string name)
    {
        var state = Text(name);
        if (state is not null)
        {
            notes.Links.Add(new Link(this, name, state));
        }

        return state;
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
            RefuseAs(name, $"'{text}' is no JSONPath: it {fault}.");
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
        switch (reader.Node(name))
        {
            case null:
                return Definitions.PathOrNull.Whole;
            case ScalarNode { IsNull: true }:
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
        if (reader.Node(name) is not { } node)
        {
            return null;
        }

        if (objectOnly && node is not MappingNode)
        {
            Refuse(name, "a map");
        }

        return new TemplateCompiler(reader.Fault).Compile(node);
    }

    /// <summary>A path or a call of a function.</summary>
    internal Expression? PathOrFunction(string name) => Text(name) is null ? null : new TemplateCompiler(reader.Fault).CompileText((ScalarNode)reader.Node(name)!);

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

    /// <summary>Says what is wrong with a value, or that it is an expression of JSONata.</summary>
    internal void RefuseAs(string name, string message) => Fault(name, NotSupported.Value(reader.Node(name)!) ?? message);
}
