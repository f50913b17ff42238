using System.Text;
using Sluice.Deployments.Platforms.Ecs.Templates;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>The other files that actions name in the folder at hand: templates of stacks, of task definitions and of appspecs.</summary>
internal static class NamedFiles
{
    private static readonly (string Artifact, string Path, string Usual)[] Templates =
    [
        ("TaskDefinitionTemplateArtifact", "TaskDefinitionTemplatePath", "taskdef.json"),
        ("AppSpecTemplateArtifact", "AppSpecTemplatePath", "appspec.yaml"),
    ];

    public static IEnumerable<Fault> Faults(CheckedPipeline pipeline, SourceFolder folder)
    {
        var near = SourcesAtHand.Of(pipeline.Read, folder);
        return
            from read in pipeline.Read.Actions
            from named in Of(read)
            where near.ContainsKey(named.Artifact) && !VariableReferences.Any(named.File)
            from fault in folder.Find(named.File) is { } content ? Inside(named, content) : [Missing(pipeline, read, named, near[named.Artifact])]
            select fault;
    }

    private static IEnumerable<(string Artifact, string Key, string File)> Of(ReadAction read)
    {
        var configuration = read.Action.Configuration ?? new Dictionary<string, string>();
        if (read.Action.ActionTypeId.Provider == DeployTypes.CodeDeployToEcs)
        {
            foreach (var (artifact, path, usual) in Templates.Where(template => configuration.ContainsKey(template.Artifact)))
            {
                yield return (configuration[artifact], path, configuration.GetValueOrDefault(path) ?? usual);
            }
        }

        foreach (var key in read.Action.ActionTypeId.Provider == DeployTypes.CloudFormation ? ["TemplatePath", "TemplateConfiguration"] : Array.Empty<string>())
        {
            if (configuration.GetValueOrDefault(key)?.Split("::", 2) is [var artifact, { Length: > 0 } file])
            {
                yield return (artifact, key, file);
            }
        }
    }

    private static Fault Missing(CheckedPipeline pipeline, ReadAction read, (string Artifact, string Key, string File) named, Nearness near) => pipeline.Fault(
        $"{read.Path}.configuration.{named.Key}", $"there is no {named.File} in the source '{named.Artifact}', which is this folder{(near == Nearness.Same ? "" : " if it is that repository")}", near == Nearness.Same ? FaultWeight.Foreseen : FaultWeight.Doubtful);

    private static IReadOnlyList<Fault> Inside((string Artifact, string Key, string File) named, byte[] content)
    {
        try
        {
            _ = named.Key == Templates[0].Path ? TaskDefinitionTemplate.Read(named.File, Encoding.UTF8.GetString(content)) : null;
            return [];
        }
        catch (InvalidDocumentException e)
        {
            return e.Faults;
        }
    }
}
