using System.Text;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Platforms.Ecs.Templates;

/// <summary>
/// The revision of CodePipeline's provider <c>CodeDeployToECS</c>: images are put into the template of a task definition, which the deployment's machine registers, and what it is then into the template of an appspec.
/// </summary>
internal sealed class EcsTemplates(IObjectStore objects, AppSpecReader appSpecs) : IGroupRevision
{
    private const int MostImages = 4;

    public string Provider => "CodeDeployToECS";

    public IReadOnlyList<string> Keys { get; } =
    [
        "TaskDefinitionTemplateArtifact", "TaskDefinitionTemplatePath", "AppSpecTemplateArtifact", "AppSpecTemplatePath",
        .. Enumerable.Range(1, MostImages).SelectMany(number => new[] { $"Image{number}ArtifactName", $"Image{number}ContainerName" }),
    ];

    public async Task<(RevisionLocation Revision, AppSpec AppSpec)> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var definition = await TryAsync(() => TextAsync(request, "TaskDefinitionTemplate", "taskdef.json", cancellationToken), faults);
        var appSpec = await TryAsync(() => TextAsync(request, "AppSpecTemplate", "appspec.yaml", cancellationToken), faults);
        var images = await ImagesAsync(request, faults, cancellationToken);
        var parameters = await TryAsync(() => Task.FromResult(definition is { } text ? TaskDefinitionTemplate.Read(text.Path, Filled(text.Text, images, text.Path, faults)) : null), faults);
        var spec = await TryAsync(() => Task.FromResult(appSpec is { } text ? Read(text.Path, text.Text) : null), faults);
        if (faults.Count > 0)
        {
            throw new InvalidDocumentException(faults);
        }

        var made = spec! with { TaskSet = spec.TaskSet with { Registration = new NewTaskDefinition(parameters!, appSpec!.Text) } };
        return (NewTaskDefinition.Revision(appSpec.Text), made);
    }

    /// <summary>An appspec as it is read before the task definition is registered.</summary>
    internal static byte[] Unregistered(string text) => Encoding.UTF8.GetBytes(text.Replace(NewTaskDefinition.Placeholder, NewTaskDefinition.Unregistered, StringComparison.Ordinal));

    /// <summary>What is wrong with the template of an appspec as such; null if nothing is.</summary>
    internal static Fault? TemplateFault(string file, string text) => text.Contains(NewTaskDefinition.Placeholder, StringComparison.Ordinal) ? null
        : new Fault(file, 0, "Resources", $"names no {NewTaskDefinition.Placeholder}; expected it as the TaskDefinition, which the action registers");

    private EcsAppSpec Read(string file, string text)
    {
        if (TemplateFault(file, text) is { } fault)
        {
            throw new InvalidDocumentException([fault]);
        }

        return appSpecs.Read(file, Unregistered(text), releasesVersion: true) as EcsAppSpec
            ?? throw new InvalidDocumentException([new Fault(file, 0, "Resources", $"{EcsResource.TypeName} was expected: this action deploys a service")]);
    }

    private async Task<TemplateText?> TextAsync(ActionRequest request, string template, string defaultPath, CancellationToken cancellationToken)
    {
        var name = request.Configuration.GetValueOrDefault($"{template}Artifact") is { Length: > 0 } given ? given : throw Refused($"{template}Artifact", "is required: the input artifact that has the template");
        var path = request.Configuration.GetValueOrDefault($"{template}Path") is { Length: > 0 } said ? said : defaultPath;
        var artifact = await ActionArtifact.ReadAsync(objects, request, name, cancellationToken);
        var (found, content) = await artifact.ReadAsync(objects, [path], cancellationToken);
        return new TemplateText(found, Encoding.UTF8.GetString(content));
    }

    /// <summary>Images by their placeholders.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ImagesAsync(ActionRequest request, List<Fault> faults, CancellationToken cancellationToken)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (artifact, container) in Enumerable.Range(1, MostImages).Select(number => ($"Image{number}ArtifactName", $"Image{number}ContainerName")))
        {
            if (request.Configuration.GetValueOrDefault(artifact) is not { Length: > 0 } name)
            {
                if (request.Configuration.ContainsKey(container))
                {
                    faults.AddRange(Refused(artifact, $"is required with {container}").Faults);
                }
            }
            else if (request.Configuration.GetValueOrDefault(container) is not { Length: > 0 } placeholder)
            {
                faults.AddRange(Refused(container, $"is required with {artifact}: what stands for the image in the task definition").Faults);
            }
            else if (await TryAsync(() => ImageAsync(request, name, cancellationToken), faults) is { } uri)
            {
                images[$"<{placeholder}>"] = uri;
            }
        }

        return images;
    }

    private async Task<string?> ImageAsync(ActionRequest request, string name, CancellationToken cancellationToken)
    {
        var (path, content) = await (await ActionArtifact.ReadAsync(objects, request, name, cancellationToken)).ReadAsync(objects, ImageText.Files, cancellationToken);
        return ImageText.Read(content) ?? throw new InvalidDocumentException([new Fault($"{name}::{path}", 0, "", """{"ImageURI": "…"}, or a list of one {"name": "…", "imageUri": "…"}, was expected""")]);
    }

    private static string Filled(string text, IReadOnlyDictionary<string, string> images, string file, List<Fault> faults)
    {
        foreach (var (placeholder, uri) in images)
        {
            if (!text.Contains(placeholder, StringComparison.Ordinal))
            {
                faults.Add(new Fault(file, 0, "", $"has no {placeholder} for the image {uri}"));
            }

            text = text.Replace(placeholder, uri, StringComparison.Ordinal);
        }

        return text;
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T?>> read, List<Fault> faults)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (InvalidDocumentException e)
        {
            faults.AddRange(e.Faults);
            return null;
        }
    }

    private static InvalidDocumentException Refused(string key, string message) => new([new Fault("action configuration", 0, key, message)]);

    private sealed record TemplateText(string Path, string Text);
}
