using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;

namespace Sluice.Builds.Starting;

/// <summary>The variables that an action gives a build: those of its configuration, and over them its own.</summary>
internal static class ActionVariables
{
    private const string Key = "EnvironmentVariables";

    public static IReadOnlyList<EnvironmentVariable> Read(ActionRequest request, ActionFaults faults) => Variables.Over(Configured(request, faults), Own(request, faults));

    private static IReadOnlyList<EnvironmentVariable> Configured(ActionRequest request, ActionFaults faults)
    {
        if (request.Configuration.GetValueOrDefault(Key) is not { } text)
        {
            return [];
        }

        try
        {
            // Read as a document for the sake of its faults' places; CodePipeline's value is a list, and a document's root is a map.
            return DocumentReader.Read($"{request.ActionName}.json", $$"""{"{{Key}}":{{text}}}""", root => root.ListOfMappings(Key, Variable));
        }
        catch (InvalidDocumentException e)
        {
            faults.Add(e.Faults);
            return [];
        }
    }

    private static EnvironmentVariable Variable(MappingReader map)
    {
        var type = map.OptionalOneOf("type", [.. Enum.GetNames<EnvironmentVariableType>()]);
        var name = map.RequiredString("name");
        if (IsReserved(name))
        {
            map.Fault("name", Reserved(name));
        }

        return new EnvironmentVariable { Name = name, Value = map.OptionalString("value") ?? "", Type = type is null ? EnvironmentVariableType.PLAINTEXT : Enum.Parse<EnvironmentVariableType>(type) };
    }

    private static IReadOnlyList<EnvironmentVariable> Own(ActionRequest request, ActionFaults faults)
    {
        foreach (var (place, variable) in (request.Commands?.Environment ?? []).Index())
        {
            if (IsReserved(variable.Name))
            {
                faults.Add($"environmentVariables[{place}].name", Reserved(variable.Name));
            }

            if (!Enum.IsDefined(TypeOf(variable)))
            {
                faults.Add($"environmentVariables[{place}].type", $"one of {string.Join(", ", Enum.GetNames<EnvironmentVariableType>())} was expected, not '{variable.Type}'");
            }
        }

        return [.. (request.Commands?.Environment ?? []).Select(variable => new EnvironmentVariable { Name = variable.Name, Value = variable.Value, Type = TypeOf(variable) })];
    }

    private static EnvironmentVariableType TypeOf(ActionVariable variable) => Enum.TryParse<EnvironmentVariableType>(variable.Type, out var type) ? type : (EnvironmentVariableType)(-1);

    private static bool IsReserved(string name) => name.StartsWith("CODEBUILD_", StringComparison.Ordinal);

    private static string Reserved(string name) => $"'{name}' cannot be set: names that begin with CODEBUILD_ are reserved";
}
