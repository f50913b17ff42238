using System.Text.Json;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a pipeline document: CodePipeline's JSON, bare or as <c>get-pipeline</c> prints it, or the same as YAML. All of it is read, and all faults are told at once.</summary>
internal static class PipelineDocument
{
    /// <summary>What a request's declaration is called in faults, which name no file.</summary>
    private const string Request = "pipeline.json";

    private static readonly CountRange Stages = new(2, 50);
    private static readonly CountRange Variables = new(0, 50);
    private const int MostActions = 500;

    /// <param name="file">The file's name as the user knows it; <c>.json</c> is read as JSON, anything else as YAML.</param>
    /// <param name="text">Its content.</param>
    /// <param name="types">The types of actions that it may name; those that come with the suite if none are given.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static PipelineDeclaration Parse(string file, string text, KnownTypes? types = null) => DocumentReader.Read(file, text, root => Root(root, types ?? KnownTypes.BuiltIn).Declared);

    /// <summary>Reads a document as far as it can be read, and tells what of it would fail in a run, or can hardly be meant, too.</summary>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="types">The types of actions that it may name.</param>
    public static ExaminedPipeline Examine(string file, ReadOnlySpan<byte> content, KnownTypes types)
    {
        var read = DocumentReader.Examine(file, content, root => Root(root, types));
        return new ExaminedPipeline(read.Result?.Declared, read.Faults, read.Places, read.Result?.Reading.Actions ?? [], [.. read.Result?.Reading.Variables.Named ?? []]);
    }

    /// <summary>Holds a declaration that came as a request to the same rules.</summary>
    /// <returns>The declaration as it is kept: what was left out is as the original shows it.</returns>
    /// <exception cref="InvalidPipeline">All the faults found.</exception>
    public static PipelineDeclaration Check(PipelineDeclaration declared, KnownTypes types)
    {
        try
        {
            return DocumentReader.Read(Request, JsonSerializer.Serialize(declared, SluiceJson.Options), root => Pipeline(root, types).Declared);
        }
        catch (InvalidDocumentException refused)
        {
            throw InvalidPipeline.Of(refused);
        }
    }

    private static ReadPipeline Root(MappingReader root, KnownTypes types)
    {
        if (!root.Has("pipeline"))
        {
            return Pipeline(root, types);
        }

        root.Ignore("metadata");
        return root.RequiredMapping("pipeline", map => Pipeline(map, types)) ?? Nothing(root, types);
    }

    private static ReadPipeline Pipeline(MappingReader map, KnownTypes types)
    {
        map.OptionalInt("version", min: 1);
        var name = Names.Required(map, "name", Names.Name);
        var (one, byRegion) = StoreDocument.Read(map);
        var (mode, type) = (map.OptionalEnum<ExecutionMode>("executionMode") ?? ExecutionMode.SUPERSEDED, map.OptionalEnum<PipelineType>("pipelineType"));
        var reading = new DeclarationReading(map, types, mode);
        var variables = map.ListOfMappings("variables", variable => VariableDocument.Read(variable, reading)).OrNone();
        if (!Variables.Holds(variables?.Count ?? 0))
        {
            map.Fault("variables", $"{Variables} were expected, not {variables?.Count}", FaultKinds.Structure);
        }

        var declared = new PipelineDeclaration
        {
            Name = name,
            ArtifactStore = one,
            ArtifactStores = byRegion,
            Stages = ReadStages(map, reading),
            Triggers = TriggerDocument.ReadAll(map, reading),
            Variables = variables,
            Version = 1,
            RoleArn = Texts.Optional(map, "roleArn", 1024),
            ExecutionMode = mode,
            PipelineType = type,
        };
        FirstTypeRules.Check(map, declared);
        reading.CheckWhole();
        return new ReadPipeline(declared, reading);
    }

    // The fault is told.
    private static ReadPipeline Nothing(MappingReader root, KnownTypes types) =>
        new(new PipelineDeclaration { Name = "", Stages = [] }, new DeclarationReading(root, types, ExecutionMode.SUPERSEDED));

    /// <summary>A declaration, and what was learnt of it on the way.</summary>
    private sealed record ReadPipeline(PipelineDeclaration Declared, DeclarationReading Reading);

    private static IReadOnlyList<StageDeclaration> ReadStages(MappingReader map, DeclarationReading reading)
    {
        if (!map.Required("stages", $"a list of {Stages} stages"))
        {
            return [];
        }

        var stages = map.ListOfMappings("stages", stage => StageDocument.Read(stage, reading));
        if (stages.Count < Stages.Least)
        {
            map.Fault("stages", $"Pipeline has only {stages.Count} stage(s). There should be a minimum of {Stages.Least} stages in a pipeline; expected {Stages} stages: sources in the first, and at least one more", FaultKinds.Structure);
        }
        else if (stages.Count > Stages.Most)
        {
            map.Fault("stages", $"Pipeline has {stages.Count} stages. There can only be up to {Stages.Most} stages in a pipeline; expected {Stages} stages", FaultKinds.Structure);
        }

        if (stages.Sum(stage => stage.Actions.Count) > MostActions)
        {
            map.Fault("stages", $"at most {MostActions} actions were expected in all stages together", FaultKinds.Structure);
        }

        return stages;
    }
}
