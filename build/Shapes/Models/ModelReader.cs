using Sluice.Shapes.Json;

namespace Sluice.Shapes.Models;

/// <summary>Reads a model: all that its operations take and answer, whatever contains it.</summary>
internal sealed class ModelReader
{
    private readonly JsonValue _model;
    private readonly ShapeTypes _types;
    private readonly List<StructureShape> _structures = [];

    private ModelReader(JsonValue model) => (_model, _types) = (model, new ShapeTypes(Needed(model, "shapes")));

    /// <summary>The shapes, or where the model cannot be read.</summary>
    public static ServiceShapes Read(ModelInput input)
    {
        try
        {
            var model = JsonReader.Read(input.Model);
            return new ModelReader(input.Additions is { } additions ? ModelMerge.Of(model, JsonReader.Read(additions)) : model).Service(input);
        }
        catch (ModelFaultException e)
        {
            return ServiceShapes.Unreadable(input, new Fault(Faults.Unreadable, e.Place, $"The model of {input.Service} cannot be read: {e.Message}"));
        }
    }

    private ServiceShapes Service(ModelInput input)
    {
        var operations = Needed(_model, "operations").Members.Select(operation => Operation(operation.Key, operation.Value)).ToList();
        while (_types.Next() is { } next)
        {
            _structures.Add(Structure(next));
        }

        var id = Needed(Needed(_model, "metadata"), "serviceId").Text;
        return new ServiceShapes(input.Service, Names.Pascal(id), input.Namespace, new(_structures), new(_types.Enums), new(operations));
    }

    private OperationShape Operation(string name, JsonValue operation) => new(
        name,
        operation["input"] is { } input ? _types.Root(input, $"What <c>{name}</c> takes.") : null,
        operation["output"] is { } output ? _types.Root(output, $"What <c>{name}</c> answers.") : null);

    private StructureShape Structure(NamedShape structure)
    {
        var required = new HashSet<string>(Texts(structure.Document["required"]), StringComparer.Ordinal);
        required.ExceptWith(Texts(structure.Document["optional"]));
        var members = structure.Document["members"]?.Members ?? [];
        return new StructureShape(structure.Name, structure.Summary, new(members.Select(member => _types.Member(member.Key, member.Value, required.Contains(member.Key)))));
    }

    private static IEnumerable<string> Texts(JsonValue? list) => list?.Elements.Select(name => name.Text) ?? [];

    private static JsonValue Needed(JsonValue parent, string name) => parent[name] ?? throw ModelFaultException.At(parent, $"it has no '{name}'.");
}
