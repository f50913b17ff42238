using System.Text.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Checking;

/// <summary>Holds an input against its shape: all faults, those of what is missing first at each level.</summary>
internal sealed class InputCheck
{
    private readonly List<InputFault> _faults = [];

    public static IReadOnlyList<InputFault> Faults(Shape shape, JsonElement input)
    {
        var check = new InputCheck();
        check.Structure(parent: null, shape, input);
        return check._faults;
    }

    private void Structure(Place? parent, Shape shape, JsonElement value)
    {
        // What is streamed is not in the document, and no body is an empty one.
        foreach (var name in shape.Required.Where(name => !shape.Members[name].Shape.IsStreaming && !value.TryGet(name, out _)))
        {
            Add(FaultKind.Missing, Place.Of(shape.Members[name], parent), "null", "Member must not be null");
        }

        foreach (var member in shape.Members.Values)
        {
            if (value.TryGet(member.Name, out var there))
            {
                Value(Place.Of(member, parent), there);
            }
        }
    }

    private void Value(Place at, JsonElement value)
    {
        if (ScalarCheck.TypeFault(at.Shape, value) is { } expected)
        {
            Add(FaultKind.Type, at, ScalarCheck.ShownNumber(at.Shape, value), expected);
            return;
        }

        foreach (var (shown, constraint) in ScalarCheck.Broken(at.Shape, value))
        {
            Add(FaultKind.Constraint, at, shown, constraint);
        }

        Inside(at, value);
    }

    private void Inside(Place at, JsonElement value)
    {
        switch (at.Shape.Type)
        {
            case ShapeType.Structure:
                Structure(at, at.Shape, value);
                break;
            case ShapeType.List:
                List(at, value);
                break;
            case ShapeType.Map:
                Map(at, value);
                break;
        }
    }

    private void List(Place at, JsonElement value)
    {
        foreach (var (index, element) in value.EnumerateArray().Index())
        {
            NotNull(at.Element(index, at.Shape.Element!), element);
        }
    }

    private void Map(Place at, JsonElement value)
    {
        foreach (var entry in value.EnumerateObject())
        {
            var key = at.MapKey(entry.Name, at.Shape.Key!);
            foreach (var (shown, constraint) in ScalarCheck.BrokenText(at.Shape.Key!, entry.Name))
            {
                Add(FaultKind.Constraint, key, shown, constraint);
            }

            NotNull(at.MapValue(entry.Name, at.Shape.Element!), entry.Value);
        }
    }

    private void NotNull(Place at, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Add(FaultKind.Missing, at, "null", "Member must not be null");
            return;
        }

        Value(at, value);
    }

    private void Add(FaultKind kind, Place at, string? value, string constraint) => _faults.Add(new InputFault(kind, at, value, constraint));
}
