using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads an action.</summary>
internal static class ActionDocument
{
    private const int LongestValue = 50_000;
    private static readonly CountRange OutputVariables = new(1, 15);

    /// <summary>Where there is none: that it is missing is a fault of the document, which is not taken.</summary>
    private static readonly ActionTypeId Unreadable = new() { Category = default, Owner = default, Provider = "", Version = "" };

    public static ActionDeclaration Read(MappingReader map, DeclarationReading reading)
    {
        var name = Names.Required(map, "name", Names.Name);
        var type = map.RequiredMapping("actionTypeId", id => ActionTypeDocument.Read(id, name, reading.Types));
        var kind = type is null ? null : reading.Types.Find(type);
        var runOrder = map.OptionalInt("runOrder", 1, 999) ?? 1;
        reading.Structure.BeginAction(map, name, type);
        var at = new Place(reading.Structure.Stage, runOrder);
        var inputs = ArtifactDocument.Inputs(map, kind?.Inputs, name, reading, at);
        var settings = kind is null ? null : new Settings(kind.Provider, kind.Keys, kind.TakesOtherKeys, KindChecks.Of(kind));
        var work = new Work("action", name, settings, [.. inputs.Select(input => input.Name)], at, LongestValue, FaultKinds.Action, type?.Category == ActionCategory.Source);
        var variables = ReadOutputVariables(map, kind);
        var action = new ActionDeclaration
        {
            Name = name,
            ActionTypeId = type ?? Unreadable,
            RunOrder = runOrder,
            Configuration = ConfigurationDocument.Read(map, work, reading),
            Commands = CommandsDocument.Read(map, "action", name, kind?.TakesCommands, FaultKinds.Action),
            EnvironmentVariables = EnvironmentDocument.Read(map, work, kind?.TakesEnvironment, reading),
            InputArtifacts = inputs,
            OutputArtifacts = ArtifactDocument.Outputs(map, kind, name, reading, at),
            OutputVariables = variables,
            Namespace = ReadNamespace(map, reading, at, new Giver(name, kind, variables)),
            Region = Texts.Optional(map, "region", 30, least: 4),
            RoleArn = Texts.Optional(map, "roleArn", 1024),
            TimeoutInMinutes = ReadTimeout(map, kind),
        };
        reading.Actions.Add(new ReadAction(reading.Structure.StageName, action, map.Path, at));
        return action;
    }

    private static IReadOnlyList<string>? ReadOutputVariables(MappingReader map, ActionKind? kind)
    {
        var names = Texts.List(map, "outputVariables", OutputVariables, longest: 128);
        if (names is not null && kind is { TakesCommands: false })
        {
            map.Fault("outputVariables", $"only {BuildTypes.Commands} names its variables; take it out", FaultKinds.Action);
        }

        return names;
    }

    private static string? ReadNamespace(MappingReader map, DeclarationReading reading, Place at, Giver giver)
    {
        var name = Names.Optional(map, "namespace", Names.Variable);
        if (name is { Length: > 0 })
        {
            reading.Variables.Give(map, name, at, giver);
        }

        return name;
    }

    private static int? ReadTimeout(MappingReader map, ActionKind? kind)
    {
        var minutes = map.OptionalInt("timeoutInMinutes", 5, 86400);
        if (minutes is not null && kind is { TakesTimeout: false })
        {
            map.Fault("timeoutInMinutes", $"only {string.Join(" and ", ActionKinds.BuiltIn.Where(known => known.TakesTimeout).Select(known => known.Provider))} actions have one; take it out", FaultKinds.Action);
        }

        return minutes;
    }
}
