using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>
/// Reads a pipeline document: CodePipeline's JSON, bare or as <c>get-pipeline</c> prints it, or the same as YAML. Fields of the original that would change
/// what happens and are not built yet are faults, not ignored.
/// </summary>
internal static class PipelineDocument
{
    private static readonly CountRange Stages = new(2, 50);
    private const int MostActions = 500;

    /// <param name="file">The file's name as the user knows it; <c>.json</c> is read as JSON, anything else as YAML.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static PipelineDeclaration Parse(string file, string text) => DocumentReader.Read(file, text, Root);

    /// <summary>Holds a declaration of the API against the rules.</summary>
    /// <exception cref="Platform.Protocol.ApiException">All the faults found.</exception>
    public static PipelineDeclaration Check(PipelineDeclaration pipeline)
    {
        try
        {
            return Parse("pipeline.json", JsonSerializer.Serialize(pipeline, SluiceJson.Options));
        }
        catch (InvalidDocumentException e)
        {
            throw new Platform.Protocol.ApiException("InvalidStructureException", string.Join('\n', e.Faults.Select(fault => $"{fault.Path}: {fault.Message}")));
        }
    }

    private static PipelineDeclaration Root(MappingReader root)
    {
        if (!root.Has("pipeline"))
        {
            return Pipeline(root);
        }

        root.Ignore("metadata");
        return root.RequiredMapping("pipeline", Pipeline)!;
    }

    private static PipelineDeclaration Pipeline(MappingReader map)
    {
        NotBuilt.Refuse(map, "variables", "triggers", "artifactStores");
        map.OptionalInt("version", min: 1);
        var name = Names.Required(map, "name", Names.Name);
        var store = map.RequiredMapping("artifactStore", Store);
        var mode = map.OptionalEnum<ExecutionMode>("executionMode") ?? ExecutionMode.SUPERSEDED;
        if (mode != ExecutionMode.SUPERSEDED)
        {
            map.Fault("executionMode", $"{mode} is not built yet; expected SUPERSEDED, or leave it out");
        }

        var type = map.OptionalEnum<PipelineType>("pipelineType");
        return new PipelineDeclaration
        {
            Name = name,
            ArtifactStore = store,
            Stages = ReadStages(map),
            Version = 1,
            RoleArn = map.OptionalString("roleArn"),
            ExecutionMode = mode,
            PipelineType = type,
        };
    }

    private static IReadOnlyList<StageDeclaration> ReadStages(MappingReader map)
    {
        if (!map.Required("stages", $"a list of {Stages} stages"))
        {
            return [];
        }

        var rules = new StructureRules();
        var stages = map.ListOfMappings("stages", stage => StageDocument.Read(stage, rules));
        if (!Stages.Holds(stages.Count))
        {
            map.Fault("stages", $"{Stages} stages were expected, not {stages.Count}: sources in the first, and at least one more");
        }

        if (stages.Sum(stage => stage.Actions.Count) > MostActions)
        {
            map.Fault("stages", $"at most {MostActions} actions were expected in all stages together");
        }

        rules.CheckArtifacts();
        return stages;
    }

    private static ArtifactStore Store(MappingReader map)
    {
        NotBuilt.Refuse(map, "encryptionKey");
        var bucket = map.RequiredString("location");
        if (bucket.Length > 0 && !IsBucket(bucket))
        {
            map.Fault("location", "a bucket's name was expected: 3 to 63 of a-z, 0-9, '-' and '.'");
        }

        return new ArtifactStore { Type = map.RequiredEnum<ArtifactStoreType>("type"), Location = bucket };
    }

    private static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
        && !name.Contains("..", StringComparison.Ordinal);
}
